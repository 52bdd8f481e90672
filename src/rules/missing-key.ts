import type { Rule } from './rule.ts';

/** Required keys are there. */
export const missingKey: Rule = {
  id: 'missing-key',
  severity: 'error',
  summary: 'Required keys are there.',
  why: 'Blanks do not exist in the matrix: an entry says that it looks for a maintainer, and that something is unknown.',
  wrong: {
    yaml: `evidence:
  - kind: documentation
    url: https://acme.example.org/docs
    ⟪seen⟫: {}`,
  },
  right: {
    yaml: `evidence:
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: 2026-08-22 }`,
  },
};
