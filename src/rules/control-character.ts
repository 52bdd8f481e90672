import type { Rule } from './rule.ts';

/** A data file has no invisible characters. */
export const controlCharacter: Rule = {
  id: 'control-character',
  severity: 'error',
  summary: 'A data file has no invisible characters.',
  why: 'Control characters and characters that turn the direction of text around make a file read differently to people than to programs.',
  wrong: {
    yaml: 'name: Acme⟪\\u202E⟫ Cloud',
    content: new TextEncoder().encode('name: Acme\u202E Cloud'),
  },
  right: { yaml: 'name: Acme Cloud' },
};
