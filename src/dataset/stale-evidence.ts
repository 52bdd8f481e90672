import { daysBetween } from '../model/day.ts';
import type { Environment } from '../model/environment.ts';
import type { Evidence } from '../model/evidence.ts';
import { countedEvidence, type Judge } from './assess.ts';
import { standingOf } from './standing.ts';

/** Evidence that was seen longer ago than the level it backs allows. */
export interface StaleEvidence {
  readonly evidence: Evidence;
  /** Its place in the list of the entry. */
  readonly index: number;
  /** The day it was last seen. */
  readonly seen: string;
  /** Days from then to the day that was judged by, and how many the policy allows. */
  readonly age: number;
  readonly maxAge: number;
}

/** The newest evidence for the claim of an environment, where even that is too old; older pieces beside it do no harm. */
export function findStaleEvidence(environment: Environment, judge: Judge, asOf: string): StaleEvidence | undefined {
  const level = judge.matrix.value.levels.find(({ id }) => id === environment.level);
  const { maxAge, evidence: kinds } = level?.policy ?? {};
  if (maxAge === undefined) return undefined;
  const [newest] = countedEvidence(environment, judge)
    .filter((item) => kinds === undefined || kinds.includes(item.kind))
    .map((evidence) => ({ evidence, seen: standingOf(evidence, judge.snapshot).seen }))
    .toSorted((a, b) => (a.seen < b.seen ? 1 : -1));
  if (newest === undefined) return undefined;
  const age = daysBetween(newest.seen, asOf);
  return age <= maxAge ? undefined : { ...newest, index: environment.evidence.indexOf(newest.evidence), age, maxAge };
}
