import type { Rule } from './rule.ts';

/** Every key is one that the schema knows. */
export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  summary: 'Every key is one that the schema knows.',
  why: 'A key that nothing reads is a statement that nobody sees. It is usually a typing mistake.',
  wrong: { yaml: '⟪home-page⟫: https://acme.example.org/' },
  right: { yaml: 'homepage: https://acme.example.org/' },
};
