import type { Rule } from './rule.ts';

/** A data file is UTF-8 without a byte-order mark. */
export const encodingRule: Rule = {
  id: 'encoding',
  severity: 'error',
  summary: 'A data file is UTF-8 without a byte-order mark.',
  why: 'Any other encoding turns into different letters on another machine, and a byte-order mark becomes part of the first key.',
  wrong: { yaml: 'name: Z⟪\\xFC⟫rich Cloud', content: new Uint8Array([0x6e, 0xfc, 0x72]) },
  right: { yaml: 'name: Zürich Cloud' },
};
