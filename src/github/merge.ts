import type { SnapshotState } from '../model/snapshot.ts';
import type { Answer, Fact } from './github.ts';
import type { Question } from './question.ts';

/** A value of the snapshot, whichever part it is in. */
export interface Value {
  readonly state: SnapshotState;
  readonly fetched: string;
  readonly seen?: string | undefined;
  readonly reason?: string | undefined;
  readonly answer?: Fact | undefined;
}

/**
 * What a value becomes by an answer of a day, `YYYY-MM-DD`. A good answer takes its place. That a thing is gone is an
 * answer too: it keeps the last good one, and its day. Anything else changes nothing about what is known: the old answer
 * stays with its day, labelled with what went wrong.
 */
export function mergeValue(old: Value | undefined, answer: Answer, asOf: string): Value {
  if ('fact' in answer) return { state: answer.state, fetched: asOf, answer: answer.fact };
  const { state, reason } = answer;
  if (state === 'gone') return { ...lastGood(old), state, fetched: asOf, reason };
  if (old?.state === 'gone') return old;
  if (old?.answer === undefined) return { state, fetched: asOf, reason };
  // An attempt that failed does not make a thing known by its old name again.
  return { ...old, state: isKnown(old) ? old.state : state, reason };
}

function lastGood(old: Value | undefined): Pick<Value, 'seen' | 'answer'> {
  if (old?.answer === undefined) return {};
  return { seen: old.seen ?? old.fetched, answer: old.answer };
}

function isKnown({ state }: Value): boolean {
  return state === 'renamed' || state === 'archived';
}

/**
 * Whether a value needs no asking on a day: it was answered well on that day, and its answer depends on nothing that
 * the data may have changed since, such as a pattern.
 */
export function isSettled(old: Value | undefined, { kind }: Question, asOf: string): boolean {
  if (old?.fetched !== asOf || old.answer === undefined) return false;
  if (kind === 'words' || kind === 'channel' || kind === 'folder' || kind === 'lines') return false;
  return old.state === 'fresh' || (isKnown(old) && old.reason === undefined);
}
