import { assess } from '../dataset/assess.ts';
import type { Dataset, Entry } from '../dataset/dataset.ts';
import type { AnyEntry } from '../dataset/references.ts';
import { CHANGE_KINDS } from '../model/change-kind.ts';
import type { Change, EntrySubject, Subject } from './change.ts';
import { diffValues } from './diff-values.ts';
import type { Edit } from './edit.ts';
import { fieldChanges, interpretEdits } from './entry-changes.ts';
import { addressOf, matchEntries } from './match-entries.ts';
import { toId } from '../model/to-id.ts';

const SUBJECT_KINDS: readonly Subject['kind'][] = ['matrix', 'environment', 'provider', 'watch', 'snapshot'];

/**
 * Everything that differs between two datasets, in the words of the field, sorted: applied to the first, the changes
 * give the second. Without a first one everything is new.
 */
export function diffDatasets(before: Dataset | undefined, after: Dataset): readonly Change[] {
  const changes = [
    ...diffFile('matrix', before?.matrix, after.matrix),
    ...diffEntries('environment', before, after),
    ...diffEntries('provider', before, after),
    ...diffFile('watch', before?.watch, after.watch),
    ...diffSingle('snapshot', before?.snapshot, after.snapshot),
  ];
  const rankOf = ({ kind, subject }: Change): readonly (string | number)[] => [
    SUBJECT_KINDS.indexOf(subject.kind),
    'after' in subject ? addressOf((subject.after ?? subject.before)!) : '',
    CHANGE_KINDS.indexOf(kind),
  ];
  // Sorting is stable: changes of one kind stay in the order in which they stand in the file.
  return changes
    .map((change) => ({ change, rank: rankOf(change) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ change }) => change);
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const index = a.findIndex((each, place) => each !== b[place]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}

/** What changed in a file that there is one of. */
function diffFile(
  kind: 'matrix' | 'watch',
  before: Entry<unknown> | undefined,
  after: Entry<unknown> | undefined,
): readonly Change[] {
  const changes = diffSingle(kind, before?.value, after?.value);
  const isOther = before !== undefined && after !== undefined && before.source.text !== after.source.text;
  return changes.length === 0 && isOther ? [{ kind: 'reformatted', subject: { kind }, edits: [] }] : changes;
}

function diffSingle(kind: 'matrix' | 'watch' | 'snapshot', before: unknown, after: unknown): readonly Change[] {
  if (before === after) return [];
  const subject = { kind };
  const edits = diffValues(before, after);
  if (before === undefined) return [{ kind: 'added', subject, edits }];
  return after === undefined ? [{ kind: 'removed', subject, edits }] : fieldChanges(subject, edits, []);
}

const LISTS = {
  environment: ['environments', 'environmentIds'],
  provider: ['providers', 'providerIds'],
} as const;

function diffEntries(kind: EntrySubject['kind'], before: Dataset | undefined, after: Dataset): readonly Change[] {
  const [list, ids] = LISTS[kind];
  const [old, now]: readonly (readonly AnyEntry[])[] = [before?.[list] ?? [], after[list]];
  const [oldIds, nowIds] = [old!, now!].map((entries) => new Set(entries.map(({ id }) => id)));
  const isBroken = ({ id }: AnyEntry): boolean =>
    (after[ids].has(id) && !nowIds!.has(id)) || (before?.[ids].has(id) === true && !oldIds!.has(id));
  return matchEntries(old!, now!, isBroken).flatMap((pair) => {
    const subject = { kind, ...pair };
    const one = (pair.before ?? pair.after)!;
    if (pair.before !== undefined && pair.after !== undefined) return diffEntry(subject, before!, after);
    if (pair.after === undefined) return [{ kind: isBroken(one) ? 'unreadable' : 'removed', subject, edits: [] }];
    return [{ kind: isBroken(one) ? 'readable' : 'added', subject, edits: [] }];
  });
}

const TELLS_SUPPORT = new Set<Change['kind']>(['raised', 'lowered', 'reverted', 'retired', 'deprecated', 'revived']);

/** What changed in an entry that both revisions have. */
function diffEntry(subject: EntrySubject, base: Dataset, head: Dataset): readonly Change[] {
  const [before, after] = [subject.before!, subject.after!];
  const { levels } = head.matrix.value;
  const edits = before.value === after.value ? [] : diffValues(before.value, after.value);
  const moves = moveChanges(subject, edits);
  const moved = new Set(moves.flatMap((change) => change.edits));
  const changes = [
    ...moves,
    ...interpretEdits(
      subject,
      edits.filter((edit) => !moved.has(edit)),
      levels,
    ),
  ];
  // A claim or a life that changed says it already.
  const isTold = changes.some(({ kind }) => TELLS_SUPPORT.has(kind));
  const support = isTold || edits.length === 0 ? [] : supportChanges(subject, base, head);
  if (changes.length > 0) return [...changes, ...support];
  return before.source.text === after.source.text ? [] : [{ kind: 'reformatted', subject, edits: [] }];
}

function moveChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  const [before, after] = [subject.before!, subject.after!];
  const changes: Change[] = [];
  if (before.id !== after.id) {
    const redirects = after.value.aliases.some((alias) => toId(alias) === before.id);
    const own = edits.filter(
      ({ path, after: alias }) => path[0] === 'aliases' && typeof alias === 'string' && toId(alias) === before.id,
    );
    changes.push({ kind: 'renamed', subject, edits: own, id: { before: before.id, after: after.id }, redirects });
  }
  if ('category' in before && 'category' in after && before.category !== after.category) {
    const category = { before: before.category, after: after.category };
    changes.push({ kind: 'moved', subject, edits: [], category });
  }
  return changes;
}

function supportChanges(subject: EntrySubject, base: Dataset, head: Dataset): readonly Change[] {
  const [before, after] = [subject.before!, subject.after!];
  if (!('level' in before.value) || !('level' in after.value)) return [];
  const supported = { before: assess(before.value, base).supported.id, after: assess(after.value, head).supported.id };
  if (supported.before === supported.after) return [];
  const rank = (id: string): number => head.matrix.value.levels.findIndex((level) => level.id === id);
  const kind = rank(supported.after) < rank(supported.before) ? 'support-raised' : 'support-lowered';
  return [{ kind, subject, edits: [], supported }];
}
