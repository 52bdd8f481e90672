import type { Rule } from './rule.ts';

/** A level is one of those that `matrix.yaml` lists. */
export const unknownLevel: Rule = {
  id: 'unknown-level',
  severity: 'error',
  summary: 'A level is one of those that `matrix.yaml` lists.',
  why: 'Levels are promises with a written policy. A word outside the list promises nothing that can be checked.',
  wrong: { yaml: 'level: ⟪teste⟫' },
  right: { yaml: 'level: tested' },
};
