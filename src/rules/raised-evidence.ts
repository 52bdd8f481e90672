import { countedEvidence } from '../dataset/assess.ts';
import type { Change, ChangeOf } from '../diff/change.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Level } from '../model/level.ts';
import type { PullRequest, Rule } from './rule.ts';

/** A raised level comes with evidence for it that is new, or was looked at again. */
export const raisedEvidence: Rule = {
  id: 'raised-evidence',
  severity: 'error',
  summary: 'A raised level comes with evidence for it that is new, or was looked at again.',
  why: 'What was known before did not make it better then. Whoever raises a level names what has changed: a new test, a new image, or the same place seen again today.',
  wrong: {
    yaml: `level: ⟪tested⟫
architectures: { amd64: tested }
history:
  - { on: 2026-03-01, level: works, reason: An image is published. }
  - { on: 2026-11-01, level: tested, reason: Tests run. }`,
    pull: {
      before: `level: works
architectures: { amd64: works }
history:
  - { on: 2026-03-01, level: works, reason: An image is published. }`,
    },
  },
  right: {
    yaml: `level: tested
architectures: { amd64: tested }
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-11-01 }
history:
  - { on: 2026-03-01, level: works, reason: An image is published. }
  - { on: 2026-11-01, level: tested, reason: Tests run. }`,
    pull: {
      before: `level: works
architectures: { amd64: works }
history:
  - { on: 2026-03-01, level: works, reason: An image is published. }`,
    },
  },
  checkChange(pull, report) {
    const { levels } = pull.head.matrix.value;
    for (const change of pull.changes) {
      if (!isRaise(change, levels) || !('after' in change.subject)) continue;
      const entry = change.subject.after!;
      const level = levels.find(({ id }) => id === change.level.after)!;
      if (level.policy.evidence === undefined) continue;
      const claims = change.isWhole
        ? [{ path: ['level'], architecture: undefined }]
        : change.architectures.map((architecture) => ({ path: ['architectures', architecture], architecture }));
      const bare = claims.find(({ architecture }) => !hasNew(pull, change, level, architecture));
      if (bare === undefined) continue;
      const kinds = level.policy.evidence.map((kind) => `\`${kind}\``).join(' or ');
      report(entry, bare.path, `The level is raised to \`${level.id}\`, and no evidence of kind ${kinds} is new.`, {
        actual: level.id,
        note: 'Add the evidence that is new, or look at what there is again and write the day into `seen`.',
      });
    }
  },
};

type Claim = ChangeOf<'raised' | 'lowered' | 'reverted'>;

function isRaise(change: Change, levels: readonly Level[]): change is Claim {
  if (change.kind === 'raised') return true;
  if (change.kind !== 'reverted') return false;
  const rank = (id: string | undefined): number => levels.findIndex((level) => level.id === id);
  return rank(change.level.after) < rank(change.level.before);
}

/** Whether the entry got evidence that counts for a level; other words about the same evidence are nothing new. */
function hasNew({ head, changes }: PullRequest, { subject }: Claim, level: Level, architecture?: string): boolean {
  const entry = 'after' in subject ? subject.after! : undefined;
  if (entry === undefined || !('level' in entry.value)) return false;
  const counted = countedEvidence(entry.value, head, architecture).filter(({ kind }) =>
    level.policy.evidence!.includes(kind),
  );
  return changes.some(
    (change) =>
      change.subject === subject &&
      (change.kind === 'evidence-added' || change.kind === 'evidence-changed') &&
      counted.includes(change.evidence.after!) &&
      isRenewed(change.evidence.before, change.evidence.after!),
  );
}

function isRenewed(before: Evidence | undefined, after: Evidence): boolean {
  return (
    before === undefined ||
    after.seen.on > before.seen.on ||
    after.kind !== before.kind ||
    before.disputed !== undefined ||
    after.architectures?.join() !== before.architectures?.join()
  );
}
