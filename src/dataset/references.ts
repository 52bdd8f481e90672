import type { Caveat } from '../model/caveat.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Maintainer } from '../model/maintainer.ts';
import type { SnapshotPart } from '../model/snapshot.ts';
import type { Dataset, EnvironmentEntry, ProviderEntry } from './dataset.ts';
import type { DataPath } from './source-file.ts';

/** An entry of either kind. */
export type AnyEntry = EnvironmentEntry | ProviderEntry;

/** Every piece of evidence of an entry, with the path to it: an environment’s own, or that of a provider’s stages. */
export function evidenceOf({ value }: AnyEntry): readonly { readonly evidence: Evidence; readonly path: DataPath }[] {
  if ('evidence' in value) return value.evidence.map((evidence, index) => ({ evidence, path: ['evidence', index] }));
  return Object.entries(value.stages).flatMap(([stage, state]) =>
    state.evidence.map((evidence, index) => ({ evidence, path: ['stages', stage, 'evidence', index] })),
  );
}

/** The key under which the snapshot holds a place inside a repository; undefined for an issue or a page. */
export function placeKey({ repository, path, workflow, asset }: Evidence): string | undefined {
  if (repository === undefined) return undefined;
  if (path !== undefined) return `${repository} path ${path.replace(/\/+$/, '')}`;
  if (workflow !== undefined) return `${repository} workflow ${workflow}`;
  return asset === undefined ? undefined : `${repository} asset ${asset}`;
}

/** The key under which the snapshot holds a handle: GitHub does not tell capitals apart. */
export function handleKey(handle: string): string {
  return handle.toLowerCase();
}

/** The handles among maintainers; contacts of vendors are no business of GitHub’s. */
export function handlesAmong(maintainers: readonly Maintainer[] = []): readonly string[] {
  return maintainers.filter((each) => typeof each === 'string');
}

/** Everything on GitHub that the data refers to: the keys of each part of the snapshot, sorted, each once. */
export type References = Readonly<Record<SnapshotPart, readonly string[]>>;

/** Finds everything on GitHub that a dataset refers to, and nothing else. */
export function findReferences(dataset: Dataset): References {
  const entries: readonly AnyEntry[] = [...dataset.environments, ...dataset.providers];
  const evidence = entries.flatMap((entry) => evidenceOf(entry).map((each) => each.evidence));
  const caveats: readonly Caveat[] = entries.flatMap(({ value }) => value.caveats);
  const listings = dataset.watch?.value.listings ?? [];
  const channels = dataset.matrix.value.channels.filter(
    ({ repository, tag }) => repository !== undefined && tag !== undefined,
  );
  return {
    handles: distinct([
      ...entries.flatMap(({ value }) => handlesAmong(value.maintainers)).map(handleKey),
      ...evidence.map(({ by }) => by && handleKey(by)),
    ]),
    issues: distinct([...evidence.map(({ issue }) => issue), ...caveats.map(({ issue }) => issue)]),
    repositories: distinct([
      ...evidence.map(({ repository }) => repository),
      ...dataset.providers.map(({ value }) => value.repository),
      ...listings.map(({ repository }) => repository),
      ...channels.map(({ repository }) => repository),
    ]),
    places: distinct(evidence.map(placeKey)),
    channels: distinct(channels.map(({ id }) => id)),
    listings: distinct(listings.map(({ id }) => id)),
  };
}

function distinct(keys: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(keys.filter((key) => key !== undefined))].sort();
}
