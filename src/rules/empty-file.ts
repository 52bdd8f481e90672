import type { Rule } from './rule.ts';

/** A data file says something. */
export const emptyFile: Rule = {
  id: 'empty-file',
  severity: 'error',
  summary: 'A data file says something.',
  why: 'An empty file claims nothing, backs nothing and helps nobody; it is nearly always left over.',
  wrong: { yaml: '# to be written', whole: true },
  right: { yaml: 'name: Acme Cloud' },
};
