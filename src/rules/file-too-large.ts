import type { Rule } from './rule.ts';

/** A data file is no larger than 64 KiB. */
export const fileTooLarge: Rule = {
  id: 'file-too-large',
  severity: 'error',
  summary: 'A data file is no larger than 64 KiB.',
  why: 'An entry needs a few thousand characters. The limit keeps one file from stopping the whole run.',
  wrong: { yaml: '(ten million brackets)', content: { kind: 'too-large', bytes: 10_000_000 } },
  right: { yaml: 'name: Acme Cloud' },
};
