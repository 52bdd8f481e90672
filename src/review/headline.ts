import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatCount, formatCounts } from '../diagnostics/summary.ts';
import type { Change } from '../diff/change.ts';
import { CHANGE_KINDS, type ChangeKind } from '../model/change-kind.ts';
import type { PullRequest } from '../rules/rule.ts';
import { labelOf } from './describe-level.ts';
import { describeSubject } from './subject.ts';

/** What a number of changes of one kind is called. */
const COUNTED: Readonly<Record<Exclude<ChangeKind, 'raised' | 'lowered' | 'reverted'>, (count: number) => string>> = {
  added: (count) => `${count} added`,
  removed: (count) => `${count} deleted`,
  unreadable: (count) => `${count} left out`,
  readable: (count) => `${count} mended`,
  renamed: (count) => `${count} renamed`,
  moved: (count) => `${count} moved`,
  retired: (count) => `${count} retired`,
  deprecated: (count) => `${count} deprecated`,
  revived: (count) => `${count} active again`,
  adopted: (count) => `${count} adopted`,
  'maintainer-left': (count) => `${formatCount(count, 'maintainer')} left`,
  'support-raised': (count) => `${count} with better evidence`,
  'support-lowered': (count) => `${count} with less evidence`,
  'stage-advanced': (count) => `${formatCount(count, 'stage')} advanced`,
  'stage-withdrawn': (count) => `${formatCount(count, 'stage')} withdrawn`,
  'stage-changed': (count) => `${formatCount(count, 'stage')} changed`,
  'evidence-added': (count) => `${formatCount(count, 'piece')} of evidence added`,
  'evidence-removed': (count) => `${formatCount(count, 'piece')} of evidence removed`,
  'evidence-changed': (count) => `${formatCount(count, 'piece')} of evidence changed`,
  'caveat-added': (count) => `${formatCount(count, 'caveat')} added`,
  'caveat-resolved': (count) => `${formatCount(count, 'caveat')} gone`,
  'caveat-changed': (count) => `${formatCount(count, 'caveat')} changed`,
  'fields-changed': (count) => `${count} with other details changed`,
  reformatted: (count) => `${count} only formatted`,
};

const LEVEL_VERBS: Readonly<Record<string, string>> = { raised: 'raised', lowered: 'lowered', reverted: 'taken back' };

/** The kinds of which an entry may have several. */
const SEVERAL = /^(?:maintainer|stage|evidence|caveat)/;

/** What a pull request means, in a line: how many changes of which kind, and how many problems it brings. */
export function buildHeadline(pull: PullRequest | undefined, problems: readonly Diagnostic[]): string {
  const parts = pull === undefined ? ['cannot be compared'] : countChanges(pull);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const found = problems.length === 0 ? ['no problems'] : [formatCounts(problems), ...(hasErrors ? [] : ['no errors'])];
  const line = [...(parts.length === 0 ? ['nothing in the matrix changes'] : parts), ...found].join(' · ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

function countChanges(pull: PullRequest): readonly string[] {
  const [files, entries] = [false, true].map((isEntry) =>
    pull.changes.filter(({ subject }) => 'before' in subject === isEntry),
  );
  return [
    ...CHANGE_KINDS.flatMap((kind) =>
      countKind(
        entries!.filter((change) => change.kind === kind),
        pull,
      ),
    ),
    ...new Set(files!.map(({ subject }) => `${describeSubject(subject).name.replace('The', 'the')} changed`)),
  ];
}

/** Counts changes of one kind: those of a level by level, the others by entry. */
function countKind(changes: readonly Change[], pull: PullRequest): readonly string[] {
  return [...Map.groupBy(changes, (change) => levelOf(change, pull))].map(([level, group]) => {
    const { kind } = group[0]!;
    const count = SEVERAL.test(kind) ? group.length : new Set(group.map(({ subject }) => subject)).size;
    return level === undefined
      ? COUNTED[kind as keyof typeof COUNTED](count)
      : `${count} ${LEVEL_VERBS[kind]!} to ${level}`;
  });
}

function levelOf(change: Change, pull: PullRequest): string | undefined {
  return 'level' in change ? labelOf(change.level.after, pull) : undefined;
}
