import { buildFind } from '../matrix/build-find.ts';
import type { Place } from '../matrix/places.ts';
import { RULES } from '../rules/registry.ts';
import { mainNavigation, MORE_NAVIGATION } from '../site/navigation.ts';
import { site } from '../site/site.ts';

/** The pages that the command palette jumps to. */
export function GET(): Response {
  const { dataset, project, matrix, asOf } = site;
  const { rows } = buildFind(dataset, matrix, asOf);
  const places: readonly Place[] = [
    ...[...mainNavigation(dataset), ...MORE_NAVIGATION].map(({ path, label }) => ({
      label,
      kind: 'page',
      path,
      words: '',
    })),
    ...project.levels.map(({ id, label }) => ({ label, kind: 'level', path: `levels/#${id}`, words: id })),
    ...dataset.environments.map(({ id, value }) => ({
      label: value.name,
      kind: 'environment',
      path: `environments/${id}/`,
      words: rows.get(id)!.words.join(' '),
    })),
    ...dataset.providers.map(({ id, value }) => ({
      label: value.name === value.acronym ? value.name : `${value.acronym} · ${value.name}`,
      kind: 'provider',
      path: `providers/${id}/`,
      words: [id, ...value.aliases].join(' '),
    })),
    ...Object.keys(RULES).map((id) => ({ label: id, kind: 'rule', path: `rules/${id}/`, words: '' })),
  ];
  return new Response(JSON.stringify(places), { headers: { 'content-type': 'application/json' } });
}
