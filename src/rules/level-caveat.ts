import { findBrokenClaims } from './broken-claims.ts';
import type { Rule } from './rule.ts';

/** A level that forbids caveats has none, and one that requires them has some. */
export const levelCaveat: Rule = {
  id: 'level-caveat',
  severity: 'error',
  summary: 'A level that forbids caveats has none, and one that requires them has some.',
  why: '“Every feature works” beside a list of what does not is no promise; “works with the caveats listed” without a list is none either.',
  wrong: {
    yaml: `level: limited
architectures: { amd64: ⟪limited⟫ }
history:
  - { on: 2026-03-01, level: limited, reason: Works for some. }`,
  },
  right: {
    yaml: `level: limited
architectures: { amd64: limited }
caveats:
  - summary: Disks cannot be resized.
history:
  - { on: 2026-03-01, level: limited, reason: Works for some. }`,
  },
  check(dataset, report) {
    for (const { entry, claim, path, shortfall } of findBrokenClaims(dataset, ['caveats'])) {
      report(entry, path, `${claim.subject} is claimed as \`${claim.level.id}\`, which needs ${shortfall.needs}.`, {
        note: `“${claim.level.label}” promises: ${claim.level.promise}`,
      });
    }
  },
};
