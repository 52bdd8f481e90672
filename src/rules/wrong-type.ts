import type { Rule } from './rule.ts';

/** A value is of the type that its key takes. */
export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  summary: 'A value is of the type that its key takes.',
  why: 'YAML reads `4593.2` as a number and drops the zero of `4593.20`; quotes keep it as it is.',
  wrong: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    seen: { on: 2026-08-22, release: ⟪4593.2⟫ }`,
  },
  right: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    seen: { on: 2026-08-22, release: "4593.2" }`,
  },
};
