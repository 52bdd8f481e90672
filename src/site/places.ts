import { buildFind } from '../matrix/build-find.ts';
import { buildMatrix } from '../matrix/matrix-view.ts';
import type { Place } from '../matrix/places.ts';
import { RULES } from '../rules/registry.ts';
import type { SiteData } from './load.ts';
import { mainNavigation, MORE_NAVIGATION } from './navigation.ts';

/** The pages that the command palette jumps to. */
export function listPlaces({ dataset, asOf }: SiteData): readonly Place[] {
  const { matrix, environments, providers } = dataset;
  const { rows } = buildFind(dataset, buildMatrix(dataset), asOf);
  return [
    ...[...mainNavigation(dataset), ...MORE_NAVIGATION].map(({ path, label }) => ({
      label,
      kind: 'page',
      path,
      words: '',
    })),
    ...matrix.value.levels.map(({ id, label }) => ({ label, kind: 'level', path: `levels/#${id}`, words: id })),
    ...environments.map(({ id, value }) => ({
      label: value.name,
      kind: 'environment',
      path: `environments/${id}/`,
      words: rows.get(id)!.words.join(' '),
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
