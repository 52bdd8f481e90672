import type { AnyEntry } from '../dataset/references.ts';
import type { Level } from '../model/level.ts';
import type { Lifecycle } from '../model/lifecycle.ts';
import type { Maintainer } from '../model/maintainer.ts';
import type { StageState } from '../model/provider.ts';
import { STAGE_STATUSES, type StageStatus } from '../model/stage.ts';
import type { Change, ChangeOf, EntrySubject, Step, Subject } from './change.ts';
import { type Edit, isShift } from './edit.ts';
import { levelChanges } from './level-changes.ts';

/** Says what the edits of one entry mean, each edit in one change. */
export function interpretEdits(
  subject: EntrySubject,
  edits: readonly Edit[],
  levels: readonly Level[],
): readonly Change[] {
  const changes: Change[] = [
    ...lifecycleChanges(subject, edits),
    ...maintainerChanges(subject, edits),
    ...levelChanges(subject, edits, levels),
    ...stageChanges(subject, edits),
    ...evidenceChanges(subject, edits),
    ...caveatChanges(subject, edits),
  ];
  return [...changes, ...fieldChanges(subject, edits, changes)];
}

/** What is left of edits, as the names of fields, so that nothing is silent. */
export function fieldChanges(subject: Subject, edits: readonly Edit[], told: readonly Change[]): readonly Change[] {
  const used = new Set(told.flatMap((change) => change.edits));
  const rest = edits.filter((edit) => !used.has(edit));
  if (rest.length === 0) return [];
  const fields = [...new Set(rest.map(({ path }) => String(path[0])))].sort();
  return [{ kind: 'fields-changed', subject, edits: rest, fields }];
}

const LIFECYCLE_KINDS: Readonly<Record<Lifecycle, 'retired' | 'deprecated' | 'revived'>> = {
  retired: 'retired',
  deprecated: 'deprecated',
  active: 'revived',
};

/** The keys that come and go with the lifecycle. */
const LIFECYCLE_KEYS = new Set<unknown>(['lifecycle', 'since', 'reason', 'source', 'replacedBy']);

function lifecycleChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  const edit = edits.find(({ path }) => path[0] === 'lifecycle');
  if (edit === undefined) return [];
  const kind = LIFECYCLE_KINDS[edit.after as Lifecycle];
  return [{ kind, subject, edits: edits.filter(({ path }) => LIFECYCLE_KEYS.has(path[0])) }];
}

function maintainerChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  return edits
    .filter(({ path }) => path[0] === 'maintainers')
    .flatMap((edit): readonly Change[] => {
      const { before, after, from, to } = edit;
      if (from !== undefined && to !== undefined) return [];
      // A provider without the key gets, or loses, the whole list.
      const [left, joined] = [before, after].map((each) => [each ?? []].flat() as Maintainer[]);
      const changes = [
        ...left!.map((maintainer) => ({ kind: 'maintainer-left' as const, maintainer })),
        ...joined!.map((maintainer) => ({ kind: 'adopted' as const, maintainer })),
      ];
      return changes.map((change, index) => ({ ...change, subject, edits: index === 0 ? [edit] : [] }));
    });
}

/** What happened to an item of a list: it came, it went, or it is another now. */
function happened({ from, to }: Edit): 'added' | 'removed' | 'changed' {
  return from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
}

function evidenceChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  return edits
    .filter((edit) => edit.path.at(-1) === 'evidence' && !isShift(edit))
    .map((edit): ChangeOf<'evidence-added' | 'evidence-removed' | 'evidence-changed'> => ({
      kind: `evidence-${happened(edit)}`,
      subject,
      edits: [edit],
      evidence: stepOf(edit),
      stage: edit.path[0] === 'stages' ? String(edit.path[1]) : undefined,
    }));
}

const CAVEAT_KINDS = { added: 'caveat-added', removed: 'caveat-resolved', changed: 'caveat-changed' } as const;

function caveatChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  return edits
    .filter((edit) => edit.path[0] === 'caveats' && !isShift(edit))
    .map((edit): ChangeOf<'caveat-added' | 'caveat-resolved' | 'caveat-changed'> => ({
      kind: CAVEAT_KINDS[happened(edit)],
      subject,
      edits: [edit],
      caveat: stepOf(edit),
    }));
}

function stageChanges(subject: EntrySubject, edits: readonly Edit[]): readonly Change[] {
  const own = edits.filter(({ path }) => path[0] === 'stages' && path[2] !== 'evidence');
  return [...Map.groupBy(own, ({ path }) => String(path[1]))].map(([stage, group]) => {
    const state = { before: stateOf(subject.before, stage), after: stateOf(subject.after, stage) };
    return { kind: stageKind(state.before?.status, state.after?.status), subject, stage, state, edits: group };
  });
}

function stateOf(entry: AnyEntry | undefined, stage: string): StageState | undefined {
  return entry !== undefined && 'stages' in entry.value ? entry.value.stages[stage] : undefined;
}

/** The statuses that are a step on the way to `available`. */
const ON_THE_WAY: readonly StageStatus[] = ['available', 'partial', 'in-progress', 'proof-of-concept', 'planned'];

function stageKind(
  before: StageStatus | undefined,
  after: StageStatus | undefined,
): 'stage-advanced' | 'stage-withdrawn' | 'stage-changed' {
  if (before === after || after === undefined) return 'stage-changed';
  if (after === 'withdrawn') return 'stage-withdrawn';
  const rank = STAGE_STATUSES.indexOf(before ?? 'unknown');
  return ON_THE_WAY.includes(after) && STAGE_STATUSES.indexOf(after) < rank ? 'stage-advanced' : 'stage-changed';
}

/** The value before and after, of the type that the schema of its path gives it. */
function stepOf<Value>({ before, after }: Edit): Step<Value> {
  return { before: before as Value | undefined, after: after as Value | undefined };
}
