import type { Rule } from './rule.ts';

/** A data file is UTF-8 without a byte-order mark. */
export const encodingRule: Rule = {
  id: 'encoding',
  severity: 'error',
  summary: 'A data file is UTF-8 without a byte-order mark.',
  why: 'Any other encoding turns into different letters on another machine, and a byte-order mark becomes part of the first key.',
  wrong: { yaml: 'name: Z⟪\\xFC⟫rich Cloud', content: latin1('name: Z\xFCrich Cloud') },
  right: { yaml: 'name: Zürich Cloud' },
};

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
