import type { Dataset } from '../dataset/dataset.ts';
import { searchWords } from '../matrix/build-find.ts';
import { providersByEnvironment } from '../matrix/matrix-view.ts';
import type { Place } from '../matrix/places.ts';
import { RULES } from '../rules/registry.ts';
import { mainNavigation, MORE_NAVIGATION } from './navigation.ts';

/** The pages that the command palette jumps to. */
export function listPlaces(dataset: Dataset): readonly Place[] {
  const { matrix, environments, providers } = dataset;
  const providersOf = providersByEnvironment(dataset);
  return [
    ...[...mainNavigation(dataset), ...MORE_NAVIGATION].map(({ path, label }) => ({
      label,
      kind: 'page',
      path,
      words: '',
    })),
    ...matrix.value.levels.map(({ id, label }) => ({ label, kind: 'level', path: `levels/#${id}`, words: id })),
    ...environments.map((entry) => ({
      label: entry.value.name,
      kind: 'environment',
      path: `environments/${entry.id}/`,
      words: searchWords(entry, providersOf.get(entry.id) ?? []).join(' '),
    })),
    ...providers.map(({ id, value }) => ({
      label: value.name === value.acronym ? value.name : `${value.acronym} · ${value.name}`,
      kind: 'provider',
      path: `providers/${id}/`,
      words: [id, ...value.aliases].join(' '),
    })),
    ...Object.keys(RULES).map((id) => ({ label: id, kind: 'rule', path: `rules/${id}/`, words: '' })),
  ];
}
