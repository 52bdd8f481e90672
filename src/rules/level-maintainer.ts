import { findBrokenClaims } from './broken-claims.ts';
import type { Rule } from './rule.ts';

/** A level that promises somebody’s care has a maintainer. */
export const levelMaintainer: Rule = {
  id: 'level-maintainer',
  severity: 'error',
  summary: 'A level that promises somebody’s care has a maintainer.',
  why: 'A promise needs somebody who keeps it: without one, a failure blocks nothing and nobody is asked.',
  wrong: {
    yaml: `level: full
architectures: { amd64: ⟪full⟫ }
maintainers: []
history:
  - { on: 2026-03-01, level: full, reason: Every feature works. }`,
  },
  right: {
    yaml: `level: full
architectures: { amd64: full }
maintainers: ["@octocat"]
history:
  - { on: 2026-03-01, level: full, reason: Every feature works. }`,
  },
  check(dataset, report) {
    for (const { entry, claim, path, shortfall } of findBrokenClaims(dataset, ['maintainers'])) {
      report(entry, path, `${claim.subject} is claimed as \`${claim.level.id}\`, which needs ${shortfall.needs}.`, {
        note: 'Name who answers for it in `maintainers`, or claim a lower level.',
      });
    }
  },
};
