import type { Rule } from './rule.ts';

/** Lines end in a line feed alone. */
export const lineEnding: Rule = {
  id: 'line-ending',
  severity: 'error',
  summary: 'Lines end in a line feed alone.',
  why: 'Mixed line ends turn every later change into a change of the whole file.',
  wrong: { yaml: 'name: Acme Cloud⟪\\r⟫', content: new TextEncoder().encode('name: Acme Cloud\r\n') },
  right: { yaml: 'name: Acme Cloud' },
};
