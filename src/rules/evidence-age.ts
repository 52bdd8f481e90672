import { findStaleEvidence } from '../dataset/stale-evidence.ts';
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
      const stale = findStaleEvidence(entry.value, dataset, asOf);
      if (stale === undefined) continue;
      const { index, seen, age, maxAge } = stale;
      report(
        entry,
        ['evidence', index, 'seen', 'on'],
        `The newest evidence for \`${entry.value.level}\` was seen ${age} days ago; its policy allows ${maxAge}.`,
        { actual: seen, note: 'Look at the place again and write the day.' },
      );
    }
  },
};
