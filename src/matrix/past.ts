import { isDate } from '../model/day.ts';
import type { LevelView } from './matrix-view.ts';

/** A level, from its day on. */
interface PastStep {
  readonly on: string;
  readonly level: string;
}

/** The history of one environment. */
export interface PastEnvironment {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Oldest first; never empty. */
  readonly steps: readonly PastStep[];
  /** The day it was retired. */
  readonly retired?: string | undefined;
}

/** What the matrix of any past day is made of. */
export interface Past {
  /** The last day that it knows of. */
  readonly last: string;
  /** Best first. */
  readonly levels: readonly LevelView[];
  readonly categories: readonly { readonly id: string; readonly label: string }[];
  /** By category, then by name. */
  readonly environments: readonly PastEnvironment[];
}

/** One environment on a past day: its level then and since when, and its level now where that is another one. */
export interface PastRow {
  readonly id: string;
  readonly name: string;
  readonly then: LevelView;
  readonly since: string;
  readonly now: LevelView | undefined;
}

/** The matrix on a past day. */
export interface PastMatrix {
  readonly groups: readonly { readonly label: string; readonly rows: readonly PastRow[] }[];
  readonly counts: readonly { readonly level: LevelView; readonly count: number }[];
  /** How many environments were listed and alive, how many of them are at another level now, and how many came later. */
  readonly listed: number;
  readonly changed: number;
  readonly later: number;
}

/** The newest of some dated steps, oldest first, on a day; undefined before the first of them. */
export function stepOn<Step extends { readonly on: string }>(steps: readonly Step[], day: string): Step | undefined {
  return steps.findLast(({ on }) => on <= day);
}

/** The level of every environment that was listed on a day, by its id. */
export function levelsOn(environments: readonly PastEnvironment[], day: string): ReadonlyMap<string, string> {
  return new Map(
    environments.flatMap(({ id, steps }) => {
      const step = stepOn(steps, day);
      return step === undefined ? [] : [[id, step.level] as const];
    }),
  );
}

/** Every day on which a level changed, oldest first. */
export function daysOfChange({ environments }: Pick<Past, 'environments'>): readonly string[] {
  return [...new Set(environments.flatMap(({ steps }) => steps.map(({ on }) => on)))].sort();
}

/** The last day of change before a day, and the first one after it. `days` is sorted. */
export function daysBeside(
  days: readonly string[],
  day: string,
): { readonly before: string | undefined; readonly after: string | undefined } {
  return { before: days.findLast((each) => each < day), after: days.find((each) => each > day) };
}

/** The longest text of an address that is said again. */
const WORD_LENGTH = 40;

/** Reads the day that an address asks for: the nearest one between the first and the last, and what is to be said about it. */
export function parseDay(asked: string, first: string, last: string): { readonly day: string; readonly note: string } {
  if (!isDate(asked)) {
    const word = asked.length > WORD_LENGTH ? `${asked.slice(0, WORD_LENGTH)}…` : asked;
    return { day: last, note: `“${word}” is no day; days are written as ${last}. ` };
  }
  if (asked < first) return { day: first, note: `The history begins on ${first}. ` };
  if (asked > last) return { day: last, note: `The data ends on ${last}. ` };
  return { day: asked, note: '' };
}

/** The last day of every year between two days, and the last one of them itself. */
export function yearEnds(first: string, last: string): readonly string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const ends = Array.from({ length: to - from }, (_, index) => `${from + index}-12-31`);
  return [...ends, last];
}

/** The matrix on a day, each category best level first; what was retired by then is left out. */
export function matrixOn({ levels, categories, environments }: Past, day: string): PastMatrix {
  const rank = new Map(levels.map(({ id }, index) => [id, index]));
  const viewOf = (id: string): LevelView => levels[rank.get(id)!]!;
  const listed = environments.flatMap(({ id, name, category, steps, retired }) => {
    const step = stepOn(steps, day);
    if (step === undefined || (retired !== undefined && retired <= day)) return [];
    const now = steps.at(-1)!.level;
    const row: PastRow = {
      id,
      name,
      then: viewOf(step.level),
      since: step.on,
      now: now === step.level ? undefined : viewOf(now),
    };
    return [{ category, row }];
  });
  const rows = listed.map(({ row }) => row);
  return {
    groups: categories.flatMap(({ id, label }) => {
      const own = listed.filter(({ category }) => category === id).map(({ row }) => row);
      const sorted = own.toSorted((a, b) => rank.get(a.then.id)! - rank.get(b.then.id)!);
      return own.length === 0 ? [] : [{ label, rows: sorted }];
    }),
    counts: levels.map((level) => ({ level, count: rows.filter(({ then }) => then.id === level.id).length })),
    listed: rows.length,
    changed: rows.filter(({ now }) => now !== undefined).length,
    later: environments.filter(({ steps }) => steps[0]!.on > day).length,
  };
}

/** The groups of a matrix with at most so many rows: where there are more, only those that are at another level now. */
export function limitRows(groups: PastMatrix['groups'], most: number): PastMatrix['groups'] {
  if (groups.reduce((sum, { rows }) => sum + rows.length, 0) <= most) return groups;
  let left = most;
  return groups.flatMap(({ label, rows }) => {
    const kept = rows.filter(({ now }) => now !== undefined).slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [{ label, rows: kept }];
  });
}
