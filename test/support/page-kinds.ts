import type { Dataset, EnvironmentEntry, ProviderEntry } from '../../src/dataset/dataset.ts';
import { buildMaintainers } from '../../src/matrix/maintainers.ts';
import { markOf } from '../../src/matrix/mark.ts';
import { redirectsOf } from '../../src/matrix/names.ts';

/**
 * One page of every kind that the site has with this data, by a name for the kind: its path below the base. The last one
 * is an old address.
 */
export function pageKinds(dataset: Dataset): readonly (readonly [kind: string, path: string])[] {
  const { environments, providers, matrix } = dataset;
  const unknown = matrix.value.levels.filter((level) => markOf(level) === 'unknown').map(({ id }) => id);
  const old = [...redirectsOf(environments).keys()][0]!;
  const entries: readonly (readonly [kind: string, folder: string, of: readonly Entry[]])[] = [
    ['an environment with everything', 'environments', environments],
    [
      'an environment with disputed evidence',
      'environments',
      environments.filter(({ value }) => value.evidence.some(({ disputed }) => disputed !== undefined)),
    ],
    ['a retired environment', 'environments', environments.filter(({ value }) => value.lifecycle === 'retired')],
    [
      'an environment of unknown level',
      'environments',
      environments.filter(({ value }) => unknown.includes(value.level)),
    ],
    ['a provider', 'providers', providers],
    ['a retired provider', 'providers', providers.filter(({ value }) => value.lifecycle === 'retired')],
  ];
  return [
    ['the matrix', ''],
    ...entries.flatMap(([kind, folder, of]) =>
      of.length === 0 ? [] : [[kind, `${folder}/${fullest(of).id}/`] as const],
    ),
    ['Cluster API', 'cluster-api/'],
    ['the levels', 'levels/'],
    ['the releases', 'releases/'],
    ['the rules', 'rules/'],
    ['a rule', 'rules/claim-above-evidence/'],
    ['how to contribute', 'contribute/'],
    ['how to add an environment', 'add/'],
    ['the health', 'health/'],
    ['the changes', 'changes/'],
    ['a past day', 'as-of/'],
    ['a comparison', 'compare/'],
    ['what is needed', 'needs-you/'],
    ['how to use the data', 'data/'],
    ['the maintainers', 'maintainers/'],
    ['a maintainer', `maintainers/${[...buildMaintainers(dataset).handles.keys()][0]!}/`],
    ['nothing at this address', '404.html'],
    ['an old address', `environments/${old}/`],
  ];
}

type Entry = EnvironmentEntry | ProviderEntry;

/** The entry that has most to show: the most keys with something in them, and then the longest. */
function fullest(entries: readonly Entry[]): Entry {
  const keys = ({ value }: Entry): number =>
    Object.values(value).filter((each) => each !== undefined && !(Array.isArray(each) && each.length === 0)).length;
  const size = ({ value }: Entry): number => JSON.stringify(value).length;
  return entries.toSorted((a, b) => keys(b) - keys(a) || size(b) - size(a))[0]!;
}
