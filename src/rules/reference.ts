import type { Rule } from './rule.ts';

/** Repositories, issues and commits are written `owner/name`, `owner/name#123` and in hexadecimal digits. */
export const referenceRule: Rule = {
  id: 'reference',
  severity: 'error',
  summary: 'Repositories, issues and commits are written `owner/name`, `owner/name#123` and in hexadecimal digits.',
  why: 'Sync asks GitHub about each of them, so they must be complete: `#123` alone belongs to no repository.',
  wrong: {
    yaml: `evidence:
  - kind: upstream-ci
    issue: ⟪"#1234"⟫
    seen: { on: 2026-08-22 }`,
  },
  right: {
    yaml: `evidence:
  - kind: upstream-ci
    issue: acme/cloud#1234
    seen: { on: 2026-08-22 }`,
  },
};
