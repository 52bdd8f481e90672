import type { Rule } from './rule.ts';

/** The data folder holds `matrix.yaml`. */
export const missingFile: Rule = {
  id: 'missing-file',
  severity: 'error',
  summary: 'The data folder holds `matrix.yaml`.',
  why: 'It names the project and closes the lists that all other files use. Without it nothing else can be judged.',
  wrong: { yaml: '(no such file)', path: 'matrix.yaml', content: { kind: 'absent' } },
  right: { yaml: 'name: Acme interoperability matrix', path: 'matrix.yaml' },
};
