import { pathOf } from '../dataset/find-entry.ts';
import type { AnyEntry } from '../dataset/references.ts';
import type { SiteData } from './load.ts';

/**
 * The files that a new entry is judged among, for the validator in the browser: the project as it is, and of every entry
 * what another one could collide with or refer to.
 */
export function listNeighbours({ dataset: { matrix, environments, providers }, asOf }: SiteData): object {
  const last = matrix.value.levels.at(-1)!.id;
  const shorten = ({ value }: AnyEntry): object => {
    const { name, aliases } = value;
    if ('acronym' in value) {
      const { acronym, role, repository } = value;
      return { name, acronym, aliases, role, repository, stages: {} };
    }
    return { name, aliases, level: last, maintainers: [], history: [{ on: asOf, level: last, reason: 'Listed.' }] };
  };
  // JSON is YAML too, and written in no time.
  const entries = [...environments, ...providers].map((entry) => ({
    path: pathOf(entry),
    content: JSON.stringify(shorten(entry)),
  }));
  return { root: 'data', files: [{ path: 'matrix.yaml', content: matrix.source.text }, ...entries] };
}
