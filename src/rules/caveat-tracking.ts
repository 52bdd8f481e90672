import { isTracked } from '../dataset/assess.ts';
import { findBrokenClaims } from './broken-claims.ts';
import type { Rule } from './rule.ts';

/** A caveat is tracked where its level asks for it. */
export const caveatTracking: Rule = {
  id: 'caveat-tracking',
  severity: 'error',
  summary: 'A caveat is tracked where its level asks for it.',
  why: 'A caveat that nobody tracks stays after the problem is gone: one has outlived its fix by five months. Name the issue; or, for a lasting limit, the page that documents it and a date to look again.',
  wrong: {
    yaml: `caveats:
  - ⟪summary: Disks cannot be resized.⟫`,
  },
  right: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: acme/cloud#12`,
  },
  check(dataset, report) {
    const reported = new Set<unknown>();
    for (const { entry, claim, shortfall } of findBrokenClaims(dataset, ['tracking'])) {
      const caveat = entry.value.caveats[Number(shortfall.path[1])];
      // Two architectures may claim a level that asks for the same caveat.
      if (caveat === undefined || isTracked(caveat) || reported.has(caveat)) continue;
      reported.add(caveat);
      report(entry, shortfall.path, `The caveat has no \`issue\`, which \`${claim.level.id}\` asks for.`, {
        fix: 'issue: owner/name#123',
        note: 'For a lasting limit that no issue will close, write `documentation` and `reviewBy` instead.',
      });
    }
  },
};
