import { stringify } from 'yaml';
import { pathOf } from '../../dataset/find-entry.ts';
import type { AnyEntry } from '../../dataset/references.ts';
import { site } from '../../site/site.ts';

/**
 * The files that a new entry is judged among, for the validator in the browser: the project as it is, and of every entry
 * what another one could collide with or refer to.
 */
export function GET(): Response {
  const { matrix, environments, providers } = site.dataset;
  const entries = [...environments, ...providers].map((entry) => ({
    path: pathOf(entry),
    content: stringify(shortOf(entry)),
  }));
  return Response.json({ root: 'data', files: [{ path: 'matrix.yaml', content: matrix.source.text }, ...entries] });
}

function shortOf({ value }: AnyEntry): object {
  const { name, aliases } = value;
  if ('acronym' in value) {
    const { acronym, role, repository } = value;
    return { name, acronym, aliases, role, repository, stages: {} };
  }
  const last = site.project.levels.at(-1)!.id;
  return { name, aliases, level: last, maintainers: [], history: [{ on: site.asOf, level: last, reason: 'Listed.' }] };
}
