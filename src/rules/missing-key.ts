import type { Rule } from './rule.ts';

/** Required keys are there. */
export const missingKey: Rule = {
  id: 'missing-key',
  severity: 'error',
  summary: 'Required keys are there.',
  why: 'Blanks do not exist in the matrix: an entry says that it looks for a maintainer, and that something is unknown.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    ⟪seen⟫: { at: ab6d76d957 }`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22, at: ab6d76d957 }`,
  },
};
