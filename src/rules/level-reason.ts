import { findBrokenClaims } from './broken-claims.ts';
import type { Rule } from './rule.ts';

/** A level that says no says why. */
export const levelReason: Rule = {
  id: 'level-reason',
  severity: 'error',
  summary: 'A level that says no says why.',
  why: '“Unsupported” without a reason cannot be argued with, and cannot be mended.',
  wrong: {
    yaml: `level: ⟪unsupported⟫
architectures: {}
evidence: []
history:
  - { on: 2026-03-01, level: unsupported, reason: Does not boot. }`,
  },
  right: {
    yaml: `level: unsupported
architectures: {}
evidence: []
caveats:
  - summary: It does not boot.
history:
  - { on: 2026-03-01, level: unsupported, reason: Does not boot. }`,
  },
  check(dataset, report) {
    for (const { entry, claim, path, shortfall } of findBrokenClaims(dataset, ['reason'])) {
      report(entry, path, `${claim.subject} is claimed as \`${claim.level.id}\`, which needs ${shortfall.needs}.`, {
        fix: 'caveats:\n  - summary: What does not work.',
      });
    }
  },
};
