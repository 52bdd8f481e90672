import type { Rule } from './rule.ts';

/** Evidence names exactly one place to look. */
export const evidencePlace: Rule = {
  id: 'evidence-place',
  severity: 'error',
  summary: 'Evidence names exactly one place to look.',
  why: 'Evidence that nobody can look up is a claim. The place is a file, a workflow or an asset of a repository, an issue or pull request, or else an address.',
  wrong: {
    yaml: `evidence:
  - ⟪kind: ci
    repository: acme/cloud
    seen: { on: 2026-08-22 }⟫`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
  },
};
