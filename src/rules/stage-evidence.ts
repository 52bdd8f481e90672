import type { StageStatus } from '../model/stage.ts';
import type { Rule } from './rule.ts';

/** A stage that is there has evidence. */
export const stageEvidence: Rule = {
  id: 'stage-evidence',
  severity: 'error',
  summary: 'A stage that is there has evidence.',
  why: 'A provider’s status is a claim like any other: somebody must be able to look it up.',
  wrong: {
    yaml: `stages:
  image: { status: ⟪available⟫ }
  test: { status: none }`,
    path: 'providers/capx.yaml',
  },
  right: {
    yaml: `stages:
  image:
    status: available
    evidence:
      - { kind: image, url: "https://acme.example.org/images", seen: { on: 2026-08-22 } }
  test: { status: none }`,
    path: 'providers/capx.yaml',
  },
  check(dataset, report) {
    for (const entry of dataset.providers) {
      for (const [stage, state] of Object.entries(entry.value.stages)) {
        const backed = state.evidence.some((item) => item.disputed === undefined);
        if (backed || !needsEvidence(state.status)) continue;
        report(
          entry,
          ['stages', stage, 'status'],
          `\`${stage}\` is ${state.status}, but no undisputed evidence backs it.`,
          {
            actual: state.status,
            fix: 'evidence:\n  - kind: documentation\n    repository: owner/name\n    path: path/to/the/file\n    seen: { on: YYYY-MM-DD }',
          },
        );
      }
    }
  },
};

/** The statuses that claim something is there. */
const NEEDS_EVIDENCE: ReadonlySet<StageStatus> = new Set<StageStatus>([
  'available',
  'partial',
  'in-progress',
  'proof-of-concept',
]);

/** Whether a status claims that something is there. */
export function needsEvidence(status: StageStatus): boolean {
  return NEEDS_EVIDENCE.has(status);
}
