import type { Level } from '../model/level.ts';
import type { Rule } from './rule.ts';

/** A changed level is a new line of the history, with its reason. */
export const changeReason: Rule = {
  id: 'change-reason',
  severity: 'error',
  summary: 'A changed level is a new line of the history, with its reason.',
  why: 'The history is what readers trust a level by. A line that is written over says that it never was otherwise.',
  wrong: {
    yaml: `level: works
architectures: { amd64: works }
history:
  - ⟪{ on: 2026-03-01, level: works, reason: Tests run. }⟫`,
    pull: {
      before: `level: tested
architectures: { amd64: tested }
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }`,
    },
  },
  right: {
    yaml: `level: works
architectures: { amd64: works }
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }
  - { on: 2026-11-01, level: works, reason: The tests were switched off. }`,
    pull: {
      before: `level: tested
architectures: { amd64: tested }
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }`,
    },
  },
  checkChange({ changes, head }, report) {
    for (const change of changes) {
      if (change.kind !== 'raised' && change.kind !== 'lowered' && change.kind !== 'reverted') continue;
      const entry = 'after' in change.subject ? change.subject.after : undefined;
      if (entry === undefined || !change.isWhole) continue;
      const isNew = change.edits.some(({ path, from }) => path[0] === 'history' && from === undefined);
      // Who takes back a claim that was too good leaves nothing behind that could mislead.
      if (
        isNew ||
        (change.kind === 'reverted' && isWorse(change.level.after, change.level.before, head.matrix.value.levels))
      )
        continue;
      report(
        entry,
        ['history', entry.value.history.length - 1],
        `The level changed from \`${change.level.before!}\` to \`${change.level.after!}\` without a new line here.`,
        {
          fix: `- { on: YYYY-MM-DD, level: ${change.level.after!}, reason: Why it changed. }`,
          note: 'Leave the lines that were here as they were, and add one.',
        },
      );
    }
  },
};

function isWorse(id: string | undefined, other: string | undefined, levels: readonly Level[]): boolean {
  const rank = (each: string | undefined): number => levels.findIndex((level) => level.id === each);
  return rank(id) > rank(other);
}
