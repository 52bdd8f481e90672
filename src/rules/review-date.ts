import type { Rule } from './rule.ts';

/** A caveat is looked at again by the day it names. */
export const reviewDate: Rule = {
  id: 'review-date',
  severity: 'warning',
  summary: 'A caveat is looked at again by the day it names.',
  why: 'Limits disappear without anybody telling the matrix. Look whether it is still true, then move the date or delete the caveat.',
  wrong: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: acme/cloud#12
    reviewBy: ⟪2026-01-01⟫`,
  },
  right: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: acme/cloud#12
    reviewBy: 2027-01-01`,
  },
  check(dataset, report, { asOf }) {
    for (const entry of [...dataset.environments, ...dataset.providers]) {
      entry.value.caveats.forEach(({ reviewBy }, index) => {
        if (reviewBy !== undefined && reviewBy < asOf)
          report(entry, ['caveats', index, 'reviewBy'], `The caveat was to be looked at by ${reviewBy}.`, {
            actual: reviewBy,
          });
      });
    }
  },
};
