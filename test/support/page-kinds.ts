import type { Dataset, EnvironmentEntry, ProviderEntry } from '../../src/dataset/dataset.ts';
import { markOf } from '../../src/matrix/mark.ts';
import { redirectsOf } from '../../src/matrix/names.ts';

/** One page of every kind that the site has, by a name for the kind: its path below the base. */
export function pageKinds(dataset: Dataset): readonly (readonly [kind: string, path: string])[] {
  const { environments, providers, matrix } = dataset;
  const unknown = matrix.value.levels.filter((level) => markOf(level) === 'unknown').map(({ id }) => id);
  const old = [...redirectsOf(environments).keys()][0]!;
  const environment = (kind: string, entries: readonly EnvironmentEntry[]) =>
    [kind, `environments/${fullest(entries).id}/`] as const;
  const provider = (kind: string, entries: readonly ProviderEntry[]) =>
    [kind, `providers/${fullest(entries).id}/`] as const;
  return [
    ['the matrix', ''],
    environment('an environment with everything', environments),
    environment(
      'an environment with disputed evidence',
      environments.filter(({ value }) => value.evidence.some(({ disputed }) => disputed !== undefined)),
    ),
    environment(
      'a retired environment',
      environments.filter(({ value }) => value.lifecycle === 'retired'),
    ),
    environment(
      'an environment of unknown level',
      environments.filter(({ value }) => unknown.includes(value.level)),
    ),
    ['Cluster API', 'cluster-api/'],
    provider('a provider', providers),
    provider(
      'a retired provider',
      providers.filter(({ value }) => value.lifecycle === 'retired'),
    ),
    ['the levels', 'levels/'],
    ['the releases', 'releases/'],
    ['the rules', 'rules/'],
    ['a rule', 'rules/claim-above-evidence/'],
    ['how to contribute', 'contribute/'],
    ['nothing at this address', '404.html'],
    ['an old address', `environments/${old}/`],
  ];
}

/** The entry that has most to show: the most keys with something in them, and then the longest. */
function fullest<Entry extends { readonly id: string; readonly value: object }>(entries: readonly Entry[]): Entry {
  const keys = ({ value }: Entry): number =>
    Object.values(value).filter((each) => each !== undefined && !(Array.isArray(each) && each.length === 0)).length;
  const size = ({ value }: Entry): number => JSON.stringify(value).length;
  return entries.toSorted((a, b) => keys(b) - keys(a) || size(b) - size(a))[0]!;
}
