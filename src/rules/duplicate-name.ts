import type { Entry } from '../dataset/dataset.ts';
import { type DataPath, locate } from '../dataset/source-file.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import type { Report, Rule } from './rule.ts';

/** A name, an id or an alias belongs to one entry. */
export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  summary: 'A name, an id or an alias belongs to one entry.',
  why: 'Somebody who searches for it, or follows an old address, must arrive at one place. Capitals do not make a difference.',
  wrong: {
    yaml: 'name: ⟪Other Cloud⟫',
    beside: [{ path: 'environments/cloud/able.yaml', content: 'name: other cloud' }],
  },
  right: {
    yaml: 'name: Acme Cloud',
    beside: [{ path: 'environments/cloud/able.yaml', content: 'name: Other Cloud' }],
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

/** What a name can be, the firmest first. */
const RANKS = ['id', 'name', 'alias'] as const;

interface Use {
  readonly entry: Named;
  readonly kind: (typeof RANKS)[number];
  readonly text: string;
  readonly path: DataPath;
}

function checkNames(entries: readonly Named[], report: Report): void {
  const first = new Map<string, Use>();
  const reported = new Set<string>();
  // An id cannot be chosen anew, a name hardly, an alias easily: where two meet, the latter gives way.
  const uses = entries.flatMap(namesOf).sort((a, b) => RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind));
  for (const use of uses) {
    const name = use.text.toLowerCase();
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, use);
    } else if (other.entry !== use.entry) {
      // A copied file takes all names of the other one; the first says it.
      const pair = `${other.entry.source.path} ${use.entry.source.path}`;
      if (!reported.has(pair)) report(use.entry, use.path, describe(use, other), { related: [relate(other)] });
      reported.add(pair);
    } else if (use.kind === 'alias') {
      report(use.entry, use.path, `\`${use.text}\` is a name of this entry already.`, { note: 'Delete the alias.' });
    }
  }
}

function describe({ text, kind }: Use, other: Use): string {
  const whose = `of another entry, ${other.entry.value.name}.`;
  if (kind === 'id') return `The file name gives this entry the id \`${text}\`, which is ${WHAT[other.kind]} ${whose}`;
  return `\`${text}\` is ${WHAT[other.kind]} ${whose}`;
}

const WHAT: Readonly<Record<Use['kind'], string>> = { id: 'the id', name: 'the name', alias: 'an alias' };

function relate({ entry, path }: Use): Related {
  return { reason: 'The other entry.', file: entry.source.path, place: locate(entry.source, path) };
}

/** Every name an entry goes by, with where it stands; the id stands in the file name, so it is shown at the name. */
function namesOf(entry: Named): readonly Use[] {
  const { id, value } = entry;
  return [
    { entry, kind: 'id', text: id, path: ['name'] },
    { entry, kind: 'name', text: value.name, path: ['name'] },
    ...(value.acronym === undefined ? [] : [{ entry, kind: 'name', text: value.acronym, path: ['acronym'] } as const]),
    ...value.aliases.map((text, index) => ({ entry, kind: 'alias', text, path: ['aliases', index] }) as const),
  ];
}
