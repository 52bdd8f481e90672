import type { DataPath } from '../dataset/source-file.ts';
import type { Edit } from './edit.ts';
import { isRecord, likenessOf, textOf } from './likeness.ts';

/** How alike two items must be for one to be the other after a change. */
const ALIKE = 0.5;

/** The differences between two lists, item by item: what is new, what is gone, what changed, and what only moved. */
export function diffLists(before: readonly unknown[], after: readonly unknown[], path: DataPath): readonly Edit[] {
  const origins = findOrigins(before, after);
  const kept = longestRise(origins);
  const used = new Set(origins);
  const gone = before.map((_, from) => from).filter((from) => !used.has(from));
  const come = after.map((_, to) => to).filter((to) => origins[to] === undefined);
  const changed = pairAlike(String(path.at(-1)), before, after, gone, come);
  const survivors = new Set(changed.values());
  const removed = gone.filter((from) => !survivors.has(from));
  return [
    ...removed.map((from) => ({ path, from, before: before[from], after: undefined })),
    ...after.flatMap((item, to): readonly Edit[] => {
      if (kept.has(to)) return [];
      const from = origins[to] ?? changed.get(to);
      return from === undefined
        ? [{ path, to, before: undefined, after: item }]
        : [{ path, from, to, before: before[from], after: item }];
    }),
  ];
}

/** For each item of the list after, the place of an equal one in the list before. */
function findOrigins(before: readonly unknown[], after: readonly unknown[]): readonly (number | undefined)[] {
  const places = Map.groupBy(before.keys(), (index) => textOf(before[index]));
  return after.map((item) => places.get(textOf(item))?.shift());
}

/** The items that stay where they are while others move: the longest run of places that only rises. */
function longestRise(origins: readonly (number | undefined)[]): ReadonlySet<number> {
  /** Where the best run of each length ends, and what comes before each item in its run. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  origins.forEach((origin, to) => {
    if (origin === undefined) return;
    const length = ends.findLastIndex((end) => origins[end]! < origin) + 1;
    previous.set(to, ends[length - 1]);
    ends[length] = to;
  });
  const run = new Set<number>();
  for (let to = ends.at(-1); to !== undefined; to = previous.get(to)) run.add(to);
  return run;
}

/** Pairs what came with what is gone where one is the other after a change, the most alike first: place after → place before. */
function pairAlike(
  list: string,
  before: readonly unknown[],
  after: readonly unknown[],
  gone: readonly number[],
  come: readonly number[],
): ReadonlyMap<number, number> {
  const candidates = come
    .filter((to) => isRecord(after[to]))
    .flatMap((to) => gone.map((from) => ({ from, to, likeness: likenessOf(list, before[from], after[to]) })))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates) {
    if (pairs.has(to) || taken.has(from)) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return pairs;
}
