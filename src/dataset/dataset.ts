import type { Environment } from '../model/environment.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Provider } from '../model/provider.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Watch } from '../model/watch.ts';
import { NO_OUTLINE } from './outline.ts';
import type { KeptFile } from './source-file.ts';

/** What one data file says, with the file it was read from. */
export interface Entry<Value> {
  readonly value: Value;
  readonly source: KeptFile;
}

/** An environment: its id is the file name, its category the folder. */
export interface EnvironmentEntry extends Entry<Environment> {
  readonly id: string;
  readonly category: string;
}

/** A provider: its id is the file name. */
export interface ProviderEntry extends Entry<Provider> {
  readonly id: string;
}

/** Everything the data says, checked against its schemas. Entries with mistakes are left out, but their ids are known. */
export interface Dataset {
  readonly matrix: Entry<Matrix>;
  /** Sorted by category in the order of the matrix, then by id. */
  readonly environments: readonly EnvironmentEntry[];
  /** Sorted by id. */
  readonly providers: readonly ProviderEntry[];
  readonly watch?: Entry<Watch> | undefined;
  readonly snapshot?: Snapshot | undefined;
  /** The ids of all environment files, those with mistakes or in a wrong place too: a reference to one of them is not dangling. */
  readonly environmentIds: ReadonlySet<string>;
  /** The ids of all provider files, likewise. */
  readonly providerIds: ReadonlySet<string>;
}

/** A dataset with its entries in order. */
export function sortDataset(dataset: Dataset): Dataset {
  const order = new Map(dataset.matrix.value.categories.map(({ id }, index) => [id, index]));
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    ...dataset,
    environments: dataset.environments.toSorted(
      (a, b) => order.get(a.category)! - order.get(b.category)! || byId(a, b),
    ),
    providers: dataset.providers.toSorted(byId),
  };
}

/** One dataset out of those that the parts of a folder gave; each part has the same `matrix.yaml`. */
export function joinDatasets(parts: readonly [Dataset, ...Dataset[]]): Dataset {
  return sortDataset({
    matrix: parts[0].matrix,
    environments: parts.flatMap(({ environments }) => environments),
    providers: parts.flatMap(({ providers }) => providers),
    watch: parts.find(({ watch }) => watch)?.watch,
    snapshot: parts.find(({ snapshot }) => snapshot)?.snapshot,
    environmentIds: new Set(parts.flatMap(({ environmentIds }) => [...environmentIds])),
    providerIds: new Set(parts.flatMap(({ providerIds }) => [...providerIds])),
  });
}

/** A dataset that only says what its entries are: without their texts, which need as much room as everything else. */
export function withoutTexts(dataset: Dataset): Dataset {
  const strip = <Each extends Entry<unknown>>(entry: Each): Each => ({
    ...entry,
    source: { path: entry.source.path, text: '', outline: NO_OUTLINE },
  });
  return { ...dataset, environments: dataset.environments.map(strip), providers: dataset.providers.map(strip) };
}
