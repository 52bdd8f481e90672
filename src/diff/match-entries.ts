import { toId } from '../model/to-id.ts';
import type { AnyEntry } from '../dataset/references.ts';
import { isRecord, likenessOfSets, textOf } from './likeness.ts';

/** An entry as it was and as it is; one of them may be missing. */
interface EntryPair {
  readonly before: AnyEntry | undefined;
  readonly after: AnyEntry | undefined;
}

/** Where an entry is: what no two entries of a kind share. */
export function addressOf(entry: AnyEntry): string {
  return 'category' in entry ? `${entry.category}/${entry.id}` : entry.id;
}

/** How much two entries must have in common for one to be the other under a new name. */
const ALIKE = 0.6;

/** The most comparisons that are made to recognise renames. */
const MAX_COMPARISONS = 1_000_000;

/** What tells that one entry is another one elsewhere: a mark of the one that is among the marks of the other. */
interface Sign {
  readonly of: (before: AnyEntry) => string;
  readonly among: (after: AnyEntry) => readonly string[];
}

const SAME_ADDRESS: Sign = { of: addressOf, among: (entry) => [addressOf(entry)] };

/** The signs that an entry moved or was renamed, the surest first. */
const SIGNS: readonly Sign[] = [
  { of: ({ id }) => id, among: ({ id }) => [id] },
  { of: ({ id }) => id, among: ({ value }) => value.aliases.map(toId) },
  { of: ({ value }) => value.name.toLowerCase(), among: ({ value }) => [value.name.toLowerCase()] },
];

/**
 * Pairs the entries of two revisions: those at the same address, then those that moved or were renamed. `isBroken` tells
 * of an entry that is in one revision only whether its file is in the other one too, and cannot be read there.
 */
export function matchEntries(
  before: readonly AnyEntry[],
  after: readonly AnyEntry[],
  isBroken: (entry: AnyEntry) => boolean,
): readonly EntryPair[] {
  // Where several could be meant, the first of them is, in an order that does not depend on how they were read.
  const [gone, come] = [new Set(sortByAddress(before)), new Set(sortByAddress(after))];
  const pairs: EntryPair[] = [];
  const pair = (from: AnyEntry | undefined, to: AnyEntry | undefined): void => {
    pairs.push({ before: from, after: to });
    if (from !== undefined) gone.delete(from);
    if (to !== undefined) come.delete(to);
  };
  const pairBy = ({ of, among }: Sign): void => {
    const known = new Map([...come].flatMap((entry) => among(entry).map((mark) => [mark, entry] as const)));
    for (const from of gone) {
      const to = known.get(of(from));
      if (to !== undefined && come.has(to)) pair(from, to);
    }
  };
  pairBy(SAME_ADDRESS);
  for (const entry of [...gone].filter(isBroken)) pair(entry, undefined);
  for (const entry of [...come].filter(isBroken)) pair(undefined, entry);
  SIGNS.forEach(pairBy);
  for (const [from, to] of findAlike([...gone], [...come])) pair(from, to);
  for (const entry of gone) pair(entry, undefined);
  for (const entry of come) pair(undefined, entry);
  return pairs;
}

function sortByAddress(entries: readonly AnyEntry[]): readonly AnyEntry[] {
  return entries.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}

/** Pairs what says nearly the same, the most alike first. */
function findAlike(gone: readonly AnyEntry[], come: readonly AnyEntry[]): readonly (readonly [AnyEntry, AnyEntry])[] {
  if (gone.length * come.length > MAX_COMPARISONS) return [];
  const leaves = new Map([...gone, ...come].map((entry) => [entry, new Set(leavesOf(entry.value))]));
  const candidates = gone
    .flatMap((from) => come.map((to) => ({ from, to, likeness: likenessOfSets(leaves.get(from)!, leaves.get(to)!) })))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<AnyEntry>();
  return candidates.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [[from, to] as const];
  });
}

/** Everything that a value says, a piece for each key; items of lists as a whole. */
function leavesOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.map((item) => `${path}=${textOf(item)}`);
  if (!isRecord(value)) return [`${path}=${textOf(value)}`];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}.${key}`));
}
