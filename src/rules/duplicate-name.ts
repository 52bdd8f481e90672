import type { Entry } from '../dataset/dataset.ts';
import { type DataPath, locate } from '../dataset/source-file.ts';
import type { Report, Rule } from './rule.ts';

/** A name, an id or an alias belongs to one entry. */
export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  summary: 'A name, an id or an alias belongs to one entry.',
  why: 'Somebody who searches for it, or follows an old address, must arrive at one place. Capitals do not make a difference.',
  wrong: {
    yaml: 'name: ⟪Other Cloud⟫',
    beside: [{ path: 'environments/cloud/other.yaml', content: 'name: other cloud' }],
  },
  right: {
    yaml: 'name: Acme Cloud',
    beside: [{ path: 'environments/cloud/other.yaml', content: 'name: Other Cloud' }],
  },
  check(dataset, report) {
    // Environments and providers have addresses of their own, so they may share a name.
    for (const entries of [dataset.environments, dataset.providers]) checkNames(entries, report);
  },
};

interface Named extends Entry<{
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronym?: string;
}> {
  readonly id: string;
}

interface Use {
  readonly entry: Named;
  readonly path: DataPath;
}

function checkNames(entries: readonly Named[], report: Report): void {
  const first = new Map<string, Use>();
  for (const entry of entries) {
    const own = new Set<string>();
    for (const [text, path] of namesOf(entry)) {
      const name = text.toLowerCase();
      const use = first.get(name);
      const isAlias = path[0] === 'aliases';
      if (own.has(name) && isAlias) {
        report(entry, path, `\`${text}\` is a name of this entry already.`, { note: 'Delete the alias.' });
      } else if (use !== undefined && use.entry !== entry) {
        report(entry, path, `\`${text}\` is taken by \`${use.entry.id}\`.`, {
          related: [
            { reason: 'It is used here.', file: use.entry.source.path, place: locate(use.entry.source, use.path) },
          ],
        });
      }
      own.add(name);
      if (use === undefined) first.set(name, { entry, path });
    }
  }
}

/** Every name an entry goes by, with where it stands; the id stands in the file name, so it is shown at the name. */
function namesOf({ id, value }: Named): readonly (readonly [string, DataPath])[] {
  return [
    [id, ['name']],
    [value.name, ['name']],
    ...(value.acronym === undefined ? [] : [[value.acronym, ['acronym']] as const]),
    ...value.aliases.map((alias, index) => [alias, ['aliases', index]] as const),
  ];
}
