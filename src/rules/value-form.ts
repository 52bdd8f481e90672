import type { Rule } from './rule.ts';

/** A value has the form and the size that its key asks for. */
export const valueForm: Rule = {
  id: 'value-form',
  severity: 'error',
  summary: 'A value has the form and the size that its key asks for.',
  why: 'Pages, exports and feeds rely on it: a name fits in a table cell, a list that is there is not empty.',
  wrong: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    architectures: ⟪[]⟫
    seen: { on: 2026-08-22 }`,
  },
  right: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    architectures: [amd64]
    seen: { on: 2026-08-22 }`,
  },
};
