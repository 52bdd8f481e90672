import { countedEvidence } from '../dataset/assess.ts';
import { daysBetween } from '../model/date.ts';
import type { Rule } from './rule.ts';

/** The evidence for a claim was seen within the time that its level allows. */
export const evidenceAge: Rule = {
  id: 'evidence-age',
  severity: 'warning',
  summary: 'The evidence for a claim was seen within the time that its level allows.',
  why: 'A test script that existed two years ago says little about today. Look again and write the day; nothing fails because time has passed.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: ⟪2024-08-22⟫ }`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
  },
  check(dataset, report, { asOf }) {
    for (const entry of dataset.environments) {
      const level = dataset.matrix.value.levels.find(({ id }) => id === entry.value.level);
      const { maxAge, evidence: kinds } = level?.policy ?? {};
      if (maxAge === undefined) continue;
      // The newest evidence that the level counts decides; older pieces beside it do no harm.
      const counted = countedEvidence(entry.value).filter((item) => kinds === undefined || kinds.includes(item.kind));
      const newest = counted.toSorted((a, b) => (a.seen.on < b.seen.on ? 1 : -1))[0];
      if (newest === undefined) continue;
      const age = daysBetween(newest.seen.on, asOf);
      if (age <= maxAge) continue;
      report(
        entry,
        ['evidence', entry.value.evidence.indexOf(newest), 'seen', 'on'],
        `The newest evidence for \`${entry.value.level}\` was seen ${age} days ago; its policy allows ${maxAge}.`,
        {
          actual: newest.seen.on,
          note: 'Look at the place again and write the day.',
        },
      );
    }
  },
};
