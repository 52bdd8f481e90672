import type { Rule } from './rule.ts';

/** A word from a closed list is on that list. */
export const unknownValue: Rule = {
  id: 'unknown-value',
  severity: 'error',
  summary: 'A word from a closed list is on that list.',
  why: 'Kinds of evidence, statuses, roles and lifecycles are counted and compared, so they are spelled one way.',
  wrong: {
    yaml: `evidence:
  - kind: ⟪tests⟫
    url: https://acme.example.org/tests
    seen: { on: 2026-08-22 }`,
  },
  right: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    seen: { on: 2026-08-22 }`,
  },
};
