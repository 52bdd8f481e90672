import type { Dataset } from '../../src/dataset/dataset.ts';
import type { AnyEntry } from '../../src/dataset/references.ts';
import type { DataPath } from '../../src/dataset/source-file.ts';
import type { Change, EntrySubject } from '../../src/diff/change.ts';
import type { Edit } from '../../src/diff/edit.ts';
import { isRecord } from '../../src/diff/likeness.ts';

/** What a dataset says, by the address of what says it: the values alone, without files and positions. */
export type Facts = ReadonlyMap<string, unknown>;

/** What a dataset says. */
export function factsOf({ matrix, environments, providers, watch, snapshot }: Dataset): Facts {
  const facts = new Map<string, unknown>([
    ['matrix', matrix.value],
    ...environments.map((entry) => [addressOf('environment', entry), entry.value] as const),
    ...providers.map((entry) => [addressOf('provider', entry), entry.value] as const),
  ]);
  if (watch !== undefined) facts.set('watch', watch.value);
  if (snapshot !== undefined) facts.set('snapshot', snapshot);
  return facts;
}

/** Carries out changes: of a new entry they hold the whole, of another one nothing but what is different. */
export function applyChanges(facts: Facts, changes: readonly Change[]): Facts {
  const result = new Map(facts);
  const groups = Map.groupBy(changes, ({ subject }) =>
    'before' in subject ? JSON.stringify(keyOf(subject)) : subject.kind,
  );
  const moves: (() => void)[] = [];
  for (const group of groups.values()) {
    const { subject } = group[0]!;
    const edits = group.flatMap((change) => change.edits);
    if (!('before' in subject)) {
      const value = applyEdits(facts.get(subject.kind), edits);
      moves.push(() => (value === undefined ? result.delete(subject.kind) : result.set(subject.kind, value)));
      continue;
    }
    const { kind, before, after } = subject;
    if (before === undefined) {
      moves.push(() => result.set(addressOf(kind, after!), after!.value));
      continue;
    }
    const from = addressOf(kind, before);
    result.delete(from);
    if (after === undefined) continue;
    const value = applyEdits(facts.get(from), edits);
    moves.push(() => result.set(newAddress(from, group), value));
  }
  for (const move of moves) move();
  return result;
}

function keyOf({ kind, before, after }: EntrySubject): readonly (string | undefined)[] {
  return [before && addressOf(kind, before), after && addressOf(kind, after)];
}

function addressOf(kind: string, entry: AnyEntry): string {
  return 'category' in entry ? `${kind} ${entry.category} ${entry.id}` : `${kind} ${entry.id}`;
}

/** Where an entry is after what its changes say of its id and category. */
function newAddress(address: string, changes: readonly Change[]): string {
  const [kind, ...place] = address.split(' ');
  for (const change of changes) {
    if (change.kind === 'renamed') place[place.length - 1] = change.id.after!;
    if (change.kind === 'moved') place[0] = change.category.after!;
  }
  return [kind, ...place].join(' ');
}

/** Applies edits to a value, those of each list at once. */
export function applyEdits(value: unknown, edits: readonly Edit[], path: DataPath = []): unknown {
  const here = edits.filter((edit) => edit.path.length === path.length);
  const isOfItems = here.some(({ from, to }) => from !== undefined || to !== undefined);
  if (here.length > 0) return isOfItems ? applyToList(value as readonly unknown[], here) : here[0]!.after;
  if (!isRecord(value)) return value;
  const keys = new Set([...Object.keys(value), ...edits.map((edit) => String(edit.path[path.length]))]);
  const entries = [...keys].map((key) => {
    const below = edits.filter((edit) => edit.path[path.length] === key);
    return [key, below.length === 0 ? value[key] : applyEdits(value[key], below, [...path, key])] as const;
  });
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

function applyToList(list: readonly unknown[], edits: readonly Edit[]): readonly unknown[] {
  const gone = new Set(edits.map(({ from }) => from));
  const kept = list.filter((_, index) => !gone.has(index));
  const come = new Map(edits.flatMap(({ to, after }) => (to === undefined ? [] : [[to, after] as const])));
  return Array.from({ length: kept.length + come.size }, (_, index) =>
    come.has(index) ? come.get(index) : kept.shift(),
  );
}
