import type { Rule } from './rule.ts';

/** An environment lies in the folder of a category that `matrix.yaml` lists. */
export const unknownCategory: Rule = {
  id: 'unknown-category',
  severity: 'error',
  summary: 'An environment lies in the folder of a category that `matrix.yaml` lists.',
  why: 'The folder is the category. A folder that is not on the list would make a section nobody planned.',
  wrong: { yaml: 'name: Acme Cloud', path: 'environments/clouds/acme.yaml' },
  right: { yaml: 'name: Acme Cloud', path: 'environments/cloud/acme.yaml' },
};
