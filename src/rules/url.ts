import type { Rule } from './rule.ts';

/** An address begins with `https://`, names a host and has no user part. */
export const urlRule: Rule = {
  id: 'url',
  severity: 'error',
  summary: 'An address begins with `https://`, names a host and has no user part.',
  why: 'Readers click these links. `javascript:` runs code, plain `http:` can be changed on the way, and a user part makes a foreign host look familiar.',
  wrong: { yaml: 'homepage: ⟪http://acme.example.org/⟫' },
  right: { yaml: 'homepage: https://acme.example.org/' },
};
