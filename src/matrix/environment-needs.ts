import { findShortfalls, type Requirement, type Shortfall } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import { findStaleEvidence } from '../dataset/stale-evidence.ts';
import type { Level } from '../model/level.ts';
import { DAY_TO_WRITE, evidenceLines, levelLines, maintainersLine } from './need-lines.ts';
import {
  caveatPlaces,
  type DriftFinding,
  driftNeed,
  maintainerNeed,
  type NeedDraft,
  NOBODY,
  reviewNeeds,
} from './need.ts';
import { placeOf } from './place.ts';

type Value = EnvironmentEntry['value'];

/** A better level for which one thing is missing. */
interface NextStep {
  readonly level: Level;
  readonly requirement: Requirement;
  readonly shortfalls: readonly Shortfall[];
}

/** What an environment needs that is alive. */
export function environmentNeeds(
  { value }: EnvironmentEntry,
  dataset: Dataset,
  asOf: string,
  drift: readonly DriftFinding[],
): readonly (NeedDraft | undefined)[] {
  const { levels } = dataset.matrix.value;
  const claimed = levels.find(({ id }) => id === value.level)!;
  const promiseOf = (level: Level): number => levels.length - levels.indexOf(level);
  const promise = promiseOf(claimed);
  const next = nextStep(value, dataset, claimed);
  /** Whoever adopts the entry gives what alone is missing for a better level. */
  const adopted = next?.requirement === 'maintainers' ? next.level : undefined;
  const isWanted = value.maintainers.length === 0 || value.seeking !== undefined || adopted !== undefined;
  return [
    ...drift.map((finding) => driftNeed(finding, promise)),
    isWanted ? adoptionNeed(value, adopted, promiseOf(adopted ?? claimed)) : undefined,
    next === undefined || adopted !== undefined ? undefined : stepNeed(value, next, promiseOf(next.level)),
    staleNeed(value, dataset, asOf, promise),
    ...reviewNeeds(value.caveats, asOf, promise),
    claimed.columns.works === 'unknown' ? missingNeed(value, levels, promiseOf) : undefined,
  ];
}

/**
 * The level above the claim, where one thing is missing for it. What is known not to work, or not known at all, is not
 * one step away from anything.
 */
function nextStep(value: Value, dataset: Dataset, claimed: Level): NextStep | undefined {
  const { levels } = dataset.matrix.value;
  const level = levels[levels.indexOf(claimed) - 1];
  if (level === undefined || !runsAt(claimed) || !runsAt(level)) return undefined;
  const shortfalls = findShortfalls(value, level, dataset);
  const [requirement, another] = new Set(shortfalls.map((each) => each.requirement));
  return requirement === undefined || another !== undefined ? undefined : { level, requirement, shortfalls };
}

const runsAt = ({ columns }: Level): boolean => columns.works === 'yes' || columns.works === 'with-caveats';

function adoptionNeed(value: Value, adopted: Level | undefined, promise: number): NeedDraft {
  const seeking = value.seeking === 'help' ? 'help' : `a ${value.seeking ?? 'maintainer'}`;
  const what = value.maintainers.length === 0 ? NOBODY : `It is looking for ${seeking}.`;
  const lines = maintainersLine(value.maintainers);
  if (adopted === undefined) return maintainerNeed(what, lines, promise);
  const more = `That is all it lacks for “${adopted.label}”.`;
  return maintainerNeed(`${what} ${more}`, `${lines}\n${levelLines(value, adopted)}`, promise);
}

function stepNeed(value: Value, { level, requirement, shortfalls }: NextStep, promise: number): NeedDraft {
  const raise = levelLines(value, level);
  const untracked = shortfalls.flatMap(({ path }) => value.caveats[Number(path[1])] ?? []);
  const what = `It lacks one thing for “${level.label}”: ${shortfalls[0]!.needs}.`;
  const common = { kind: 'step', what, promise } as const;
  switch (requirement) {
    case 'evidence':
      return {
        ...common,
        step: 'Name what shows it, or make it so; then raise the level.',
        lines: `${evidenceLines(value, level)}\n${raise}`,
        places: [],
      };
    case 'tracking':
      return {
        ...common,
        step: `Name the issue of ${untracked.length === 1 ? 'the caveat' : 'each caveat'}; then raise the level.`,
        lines: `issue: owner/name#123\n${raise}`,
        places: caveatPlaces(untracked),
      };
    default:
      return {
        ...common,
        step: 'When it is so, write it down and raise the level.',
        lines: raise,
        places: caveatPlaces(value.caveats),
      };
  }
}

function staleNeed(value: Value, dataset: Dataset, asOf: string, promise: number): NeedDraft | undefined {
  const stale = findStaleEvidence(value, dataset, asOf);
  if (stale === undefined) return undefined;
  const { seen, maxAge, evidence } = stale;
  return {
    kind: 'stale',
    what: `Its newest evidence was seen on ${seen}, longer ago than the ${maxAge} days that its level allows.`,
    step: 'Look at the place again, and write the day you saw it.',
    lines: `seen: { on: ${DAY_TO_WRITE} }`,
    places: [placeOf(evidence)],
    promise,
  };
}

/** Nobody has told whether it works: what would bring it to the first plain level that evidence supports. */
function missingNeed(value: Value, levels: readonly Level[], promiseOf: (level: Level) => number): NeedDraft {
  const level = levels.findLast(({ policy, columns }) => policy.evidence !== undefined && columns.works === 'yes');
  return {
    kind: 'missing',
    what: 'Nobody has told whether it works.',
    step: 'Try it, or find who did, and write down what was seen.',
    lines: level && `${evidenceLines(value, level)}\n${levelLines(value, level)}`,
    places: [],
    promise: level === undefined ? 1 : promiseOf(level),
  };
}
