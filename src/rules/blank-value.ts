import type { Rule } from './rule.ts';

/** A key has a value. */
export const blankValue: Rule = {
  id: 'blank-value',
  severity: 'error',
  summary: 'A key has a value.',
  why: 'A blank cell once meant no, unknown, untested and not applicable, all at once. Write which one it is, or leave the key out.',
  wrong: { yaml: '⟪vendor⟫:' },
  right: { yaml: 'vendor: Acme' },
};
