import { SNAPSHOT_PARTS, type Snapshot, snapshot as snapshotSchema, type SnapshotPart } from '../model/snapshot.ts';
import type { Answer, Asking, GitHub } from './github.ts';
import { isSettled, mergeValue, type Value } from './merge.ts';
import type { Question } from './question.ts';

export interface CollectOptions {
  /** The day of the run, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether to ask also about what was answered well on that day. */
  readonly all: boolean;
  /** Whether to keep the values that no question asks for: a part of the data may be unreadable today. */
  readonly keep: boolean;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far the asking is: of `total` questions, `done` are answered; `part` is what the last one was about. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly part: SnapshotPart;
}

/** The name of a value: its part of the snapshot, and its key there. */
interface Name {
  readonly part: SnapshotPart;
  readonly key: string;
}

/** A value that was asked for: what GitHub answered, and what it was before and is after. */
export interface Change extends Name {
  readonly answer: Answer;
  readonly before?: Value | undefined;
  readonly after: Value;
}

/** What a run has brought. */
export interface Collected {
  readonly snapshot: Snapshot;
  readonly changes: readonly Change[];
  /** How many values were answered well earlier on the day, and not asked for again. */
  readonly settled: number;
  /** How many values were dropped, because nothing refers to them any more. */
  readonly dropped: number;
  readonly asking: Asking;
}

/** Asks GitHub what is due, and makes the snapshot of a day from the answers and the snapshot before. */
export async function collect(
  questions: readonly Question[],
  previous: Snapshot | undefined,
  github: GitHub,
  { asOf, all, keep, onProgress }: CollectOptions,
): Promise<Collected> {
  const due = questions.filter((question) => all || !isSettled(valueAt(previous, question), question, asOf));
  const answers = new Map<string, Answer>();
  const report = (part: SnapshotPart): void => onProgress?.({ done: answers.size, total: due.length, part });
  if (due[0] !== undefined) report(due[0].part);
  const asking = await github.ask(due, (question, answer) => {
    answers.set(idOf(question), answer);
    report(question.part);
  });
  const changes = due.map(({ part, key }): Change => {
    const [before, answer] = [valueAt(previous, { part, key }), answers.get(idOf({ part, key }))!];
    return { part, key, answer, before, after: mergeValue(before, answer, asOf) };
  });
  const kept = keep ? listNames(previous) : questions;
  const dropped = listNames(previous).length - kept.filter((name) => valueAt(previous, name) !== undefined).length;
  return {
    snapshot: buildSnapshot(previous, kept, changes, asOf),
    changes,
    settled: questions.length - due.length,
    dropped,
    asking,
  };
}

/** Joins what is kept of the snapshot before with what has changed, and holds it against the schema: it must be readable. */
function buildSnapshot(
  previous: Snapshot | undefined,
  kept: readonly Name[],
  changes: readonly Change[],
  asOf: string,
): Snapshot {
  const old = kept.map((name) => ({ ...name, after: valueAt(previous, name) }));
  const byPart = Map.groupBy([...old, ...changes], ({ part }) => part);
  const valuesOf = (part: SnapshotPart): object =>
    Object.fromEntries(
      (byPart.get(part) ?? []).flatMap(({ key, after }) => (after === undefined ? [] : [[key, after]])),
    );
  return snapshotSchema.parse({
    collected: asOf,
    ...Object.fromEntries(SNAPSHOT_PARTS.map((part) => [part, valuesOf(part)])),
  });
}

function listNames(snapshot: Snapshot | undefined): readonly Name[] {
  if (snapshot === undefined) return [];
  return SNAPSHOT_PARTS.flatMap((part) => Object.keys(snapshot[part]).map((key) => ({ part, key })));
}

/** A name in one piece; the steps towards one answer share it. */
function idOf({ part, key }: Name): string {
  return `${part} ${key}`;
}

/** The value of a name. Keys come from the data, and may be words that every object knows. */
function valueAt(snapshot: Snapshot | undefined, { part, key }: Name): Value | undefined {
  return snapshot !== undefined && Object.hasOwn(snapshot[part], key) ? snapshot[part][key] : undefined;
}
