import type { Dataset } from '../dataset/dataset.ts';
import { didYouMean } from '../dataset/did-you-mean.ts';
import { ENTRY_KINDS, entriesOf, type EntryKind, findEntry, namesOf } from '../dataset/find-entry.ts';
import type { AnyEntry } from '../dataset/references.ts';
import { UsageError } from './usage-error.ts';

/**
 * The entry that a text leads to: by its id, or else by a name or an id that it had before.
 * Throws a UsageError where there is none, where its file has mistakes, or where there is one of each kind and `kind` does
 * not say which.
 */
export function requireEntry(dataset: Dataset, text: string, kind?: EntryKind): AnyEntry {
  const kinds = kind === undefined ? ENTRY_KINDS : [kind];
  const broken = kinds.find((each) => isBroken(dataset, text.toLowerCase(), each));
  // Another entry may go by the same name, and is not meant.
  if (broken !== undefined)
    throw new UsageError(`The file of the ${broken} \`${text}\` has mistakes: \`npm run validate\` says which.`);
  const found = kinds.flatMap((each) => findEntry(entriesOf(dataset, each), text) ?? []);
  const byId = found.filter(({ id }) => id === text.toLowerCase());
  const [entry, other] = byId.length === 0 ? found : byId;
  if (entry === undefined) throw new UsageError(explainMissing(dataset, text, kinds));
  if (other !== undefined)
    throw new UsageError(
      `“${text}” leads to an environment, ${entry.value.name}, and to a provider, ${other.value.name}: write \`environment ${entry.id}\` or \`provider ${other.id}\`.`,
    );
  return entry;
}

/** Whether there is a file of this id that could not be read. */
function isBroken(dataset: Dataset, id: string, kind: EntryKind): boolean {
  const { environmentIds, providerIds } = dataset;
  const isThere = (kind === 'environment' ? environmentIds : providerIds).has(id);
  return isThere && entriesOf(dataset, kind).every((entry) => entry.id !== id);
}

function explainMissing(dataset: Dataset, text: string, kinds: readonly EntryKind[]): string {
  const entries = kinds.flatMap((kind) => entriesOf(dataset, kind));
  const near = didYouMean(text, entries.flatMap(namesOf));
  const meant = near === undefined ? undefined : findEntry(entries, near);
  const hint =
    meant === undefined
      ? 'Ids are the names of the files, without `.yaml`.'
      : `Did you mean \`${meant.id}\`, ${meant.value.name}?`;
  return `No ${kinds.join(' or ')} goes by “${text}”. ${hint}`;
}
