import type { Rule } from './rule.ts';

/** A file is named by its id and lies where its kind belongs. */
export const fileName: Rule = {
  id: 'file-name',
  severity: 'error',
  summary: 'A file is named by its id and lies where its kind belongs.',
  why: 'The file name is the id of the entry and part of its address for ever, so it is plain: lower-case letters, digits and single hyphens, then `.yaml`. A file anywhere else would be read by nothing, and its author would never know.',
  wrong: { yaml: 'name: Acme Cloud', path: 'environments/cloud/Acme Cloud.yaml' },
  right: { yaml: 'name: Acme Cloud', path: 'environments/cloud/acme-cloud.yaml' },
};
