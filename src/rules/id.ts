import type { Rule } from './rule.ts';

/** A reference to an entry has the form of an id. */
export const idRule: Rule = {
  id: 'id',
  severity: 'error',
  summary: 'A reference to an entry has the form of an id.',
  why: 'Ids are file names: lower-case letters, digits and single hyphens.',
  wrong: { yaml: 'environments: [⟪Acme Cloud⟫]', path: 'providers/capx.yaml' },
  right: { yaml: 'environments: [acme]', path: 'providers/capx.yaml' },
};
