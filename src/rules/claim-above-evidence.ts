import { supportedLevel } from '../dataset/assess.ts';
import { findBrokenClaims } from './broken-claims.ts';
import type { Rule } from './rule.ts';

/** A claim is no better than what the evidence supports. */
export const claimAboveEvidence: Rule = {
  id: 'claim-above-evidence',
  severity: 'error',
  summary: 'A claim is no better than what the evidence supports.',
  why: 'The heart of the matrix: nobody can type “tested” without a test to point at. Name the evidence, or claim the level that it supports.',
  wrong: {
    yaml: `level: tested
architectures: { amd64: ⟪tested⟫ }
evidence:
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: 2026-08-22 }`,
  },
  right: {
    yaml: `level: tested
architectures: { amd64: tested }
evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    seen: { on: 2026-08-22 }`,
  },
  check(dataset, report) {
    for (const { entry, claim, path, shortfall } of findBrokenClaims(dataset, ['evidence', 'lifecycle'])) {
      const supported = supportedLevel(entry.value, dataset, claim.architecture);
      const key = String(path.at(-1));
      report(
        entry,
        path,
        `${claim.subject} is claimed as \`${claim.level.id}\`, which needs ${shortfall.needs}; the evidence supports \`${supported.id}\`.`,
        {
          actual: claim.level.id,
          expected: [supported.id],
          fix: `${key}: ${supported.id}`,
          note: `“${claim.level.label}” promises: ${claim.level.promise}`,
        },
      );
    }
  },
};
