import type { Dataset } from './dataset.ts';
import type { AnyEntry } from './references.ts';

/** The two kinds of entry. */
export const ENTRY_KINDS = ['environment', 'provider'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Reads what leads to an entry: a name, after the kind where one of each goes by it. */
export function readEntryName(text: string): { readonly kind?: EntryKind | undefined; readonly name: string } {
  const [, word, name] = /^(\S+)\s+(.+)$/.exec(text.trim()) ?? [];
  const kind = ENTRY_KINDS.find((each) => each === word);
  return kind === undefined ? { name: text.trim() } : { kind, name: name! };
}

/** The entries of a kind. */
export function entriesOf(dataset: Dataset, kind: EntryKind): readonly AnyEntry[] {
  return kind === 'environment' ? dataset.environments : dataset.providers;
}

/** The file of an entry, relative to the data folder. */
export function pathOf(entry: AnyEntry): string {
  return 'category' in entry ? `environments/${entry.category}/${entry.id}.yaml` : `providers/${entry.id}.yaml`;
}

/** Every text that leads to an entry: its id first, then its name, its acronym and its aliases, which hold former ids. */
export function namesOf({ id, value }: AnyEntry): readonly string[] {
  return [id, value.name, ...('acronym' in value ? [value.acronym] : []), ...value.aliases];
}

/** The entry among some that a text leads to, whatever its capitals; an id before any other name. */
export function findEntry<Entry extends AnyEntry>(entries: readonly Entry[], text: string): Entry | undefined {
  const name = text.toLowerCase();
  return (
    entries.find(({ id }) => id === name) ??
    entries.find((entry) => namesOf(entry).some((each) => each.toLowerCase() === name))
  );
}
