import type { Rule } from './rule.ts';

/** A key stands once in its mapping. */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  summary: 'A key stands once in its mapping.',
  why: 'Programs disagree on which of two equal keys counts.',
  wrong: {
    yaml: `level: tested
⟪level⟫: works`,
  },
  right: { yaml: 'level: tested' },
};
