import type { Rule } from './rule.ts';

/** History runs from the oldest change to the newest. */
export const historyOrder: Rule = {
  id: 'history-order',
  severity: 'error',
  summary: 'History runs from the oldest change to the newest.',
  why: 'The timeline and the matrix of a past day are drawn from it, in the order it has.',
  wrong: {
    yaml: `history:
  - { on: 2026-08-22, level: works, reason: Image published. }
  - { on: ⟪2026-03-01⟫, level: tested, reason: Tests run. }`,
  },
  right: {
    yaml: `history:
  - { on: 2026-03-01, level: works, reason: Image published. }
  - { on: 2026-08-22, level: tested, reason: Tests run. }`,
  },
};
