import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import { daysBetween } from '../model/day.ts';
import { COLUMNS } from '../model/level.ts';
import { maintainerName } from '../model/maintainer.ts';
import { findRows, type FindRow } from './find-rows.ts';
import type { Choice, Facet, FindSchema } from './find-state.ts';
import { wordsOf } from './find-text.ts';
import { ANSWER_LABELS, COLUMN_LABELS } from './mark.ts';
import { compareNames, type MatrixView, type RowView } from './matrix-view.ts';

/** What the matrix page is searched, narrowed and sorted by. */
export interface FindView {
  readonly schema: FindSchema;
  /** For each option of each facet how many rows it is true of. */
  readonly counts: readonly (readonly number[])[];
  /** By the id of the environment. */
  readonly rows: ReadonlyMap<string, FindRow & { readonly words: readonly string[] }>;
}

/** A row of the matrix with the entry it shows. */
interface Source {
  readonly row: RowView;
  readonly entry: EnvironmentEntry;
}

/** Builds what the matrix is searched, narrowed and sorted by. The age of evidence is counted to the day `asOf`. */
export function buildFind(dataset: Dataset, matrix: MatrixView, asOf: string): FindView {
  const entries = new Map(dataset.environments.map((entry) => [entry.id, entry]));
  const sources = [...matrix.groups.flatMap(({ rows }) => rows), ...matrix.retired].map((row) => ({
    row,
    entry: entries.get(row.id)!,
  }));
  const facets = facetsOf(dataset, asOf)
    .map((facet) => sortOut(facet, sources))
    // What no row has narrows nothing.
    .filter(({ facet }) => facet.options.length > 0);
  const columns = columnsOf(dataset).map(({ id, label, ranks }) => ({ id, label, ranks: ranks(sources) }));
  const rows = sources.map((source, place) => ({
    facets: facets.map(({ places }) => places[place]!),
    ranks: columns.map(({ ranks }) => ranks[place]),
    words: searchWords(source.entry, source.row.providers),
  }));
  const everything = facets.map(() => []);
  return {
    schema: {
      facets: facets.map(({ facet }) => facet),
      columns: columns.map(({ id, label }) => ({ id, label })),
    },
    counts: findRows(
      rows,
      everything,
      facets.map(({ facet }) => facet.options.length),
      () => true,
    ).counts,
    rows: new Map(sources.map(({ row }, place) => [row.id, rows[place]!])),
  };
}

/** A facet, and the ids of its options that are true of a row. */
interface FacetRule extends Facet {
  readonly of: (source: Source) => readonly string[];
}

/** How old evidence is, in days at most, and what people read. */
const AGES = [
  { id: 'month', label: 'Seen within a month', most: 31 },
  { id: 'half-year', label: 'Seen 1 to 6 months ago', most: 183 },
  { id: 'year', label: 'Seen 6 to 12 months ago', most: 366 },
  { id: 'older', label: 'Seen over a year ago', most: Infinity },
];

function facetsOf({ matrix }: Dataset, asOf: string): readonly FacetRule[] {
  const { categories, levels, architectures } = matrix.value;
  const runs = ({ level }: RowView['architectures'][number]): boolean =>
    level !== undefined && level.mark !== 'no' && level.mark !== 'unknown';
  const ageOf = (seen: string | undefined): string =>
    seen === undefined ? 'none' : AGES.find(({ most }) => daysBetween(seen, asOf) <= most)!.id;
  const yes = (label: string): readonly Choice[] => [{ id: 'yes', label }];
  return [
    { id: 'category', label: 'Category', options: categories, of: ({ entry }) => [entry.category] },
    { id: 'level', label: 'Level', options: levels, of: ({ row }) => [row.level.id] },
    {
      id: 'architecture',
      label: 'Architecture',
      options: architectures.map(({ id }) => ({ id, label: id })),
      of: ({ row }) => row.architectures.filter(runs).map(({ id }) => id),
    },
    {
      id: 'lifecycle',
      label: 'Lifecycle',
      options: [
        { id: 'active', label: 'Active' },
        { id: 'deprecated', label: 'Deprecated' },
        { id: 'retired', label: 'Retired' },
      ],
      of: ({ row }) => [row.lifecycle],
    },
    {
      id: 'evidence',
      label: 'Evidence',
      options: [...AGES, { id: 'none', label: 'Without evidence' }],
      of: ({ row }) => [ageOf(row.seen)],
    },
    {
      id: 'cluster-api',
      label: 'Cluster API',
      options: yes('Cluster API'),
      of: ({ row }) => (row.providers.length > 0 ? ['yes'] : []),
    },
    {
      id: 'unowned',
      label: 'Maintainer',
      options: yes('Needs a maintainer'),
      of: ({ row }) => (row.maintainers.length === 0 && row.lifecycle !== 'retired' ? ['yes'] : []),
    },
    {
      id: 'caveats',
      label: 'Caveats',
      options: yes('Has caveats'),
      of: ({ row }) => (row.caveats > 0 ? ['yes'] : []),
    },
  ];
}

/** The facet with the options that any row has, and their places for each row. */
function sortOut(
  { id, label, options, of }: FacetRule,
  sources: readonly Source[],
): { readonly facet: Facet; readonly places: readonly (readonly number[])[] } {
  const values = sources.map(of);
  const used = new Set(values.flat());
  const kept = options
    .filter((option) => used.has(option.id))
    .map((option) => ({ id: option.id, label: option.label }));
  const place = new Map(kept.map((option, index) => [option.id, index]));
  return { facet: { id, label, options: kept }, places: values.map((ids) => ids.map((each) => place.get(each)!)) };
}

/** A column of the matrix, and the place of each row in its order. */
interface ColumnRule extends Choice {
  readonly ranks: (sources: readonly Source[]) => readonly (number | undefined)[];
}

function columnsOf({ matrix, providers }: Dataset): readonly ColumnRule[] {
  const { levels, architectures } = matrix.value;
  const levelIds = levels.map(({ id }) => id);
  const answers = Object.keys(ANSWER_LABELS);
  const text = (words: readonly string[]): string | undefined => (words.length === 0 ? undefined : words.join(', '));
  return [
    column('name', 'Environment', ({ row }) => row.name, compareNames),
    column('level', 'Level', ({ row }) => levelIds.indexOf(row.level.id), smallestFirst),
    ...COLUMNS.map((id) => column(id, COLUMN_LABELS[id], ({ row }) => answers.indexOf(row.columns[id]), smallestFirst)),
    ...architectures.map(({ id }, index) =>
      column(
        `on-${id}`,
        id,
        ({ row }) => {
          const level = row.architectures[index]!.level;
          return level && levelIds.indexOf(level.id);
        },
        smallestFirst,
      ),
    ),
    ...(providers.length === 0
      ? []
      : [
          column(
            'cluster-api',
            'Cluster API',
            ({ row }) => text(row.providers.map(({ acronym }) => acronym)),
            compareNames,
          ),
        ]),
    column('maintainer', 'Maintainer', ({ row }) => text(row.maintainers.map(maintainerName)), compareNames),
    column(
      'evidence',
      'Evidence seen',
      ({ row }) => row.seen,
      (a, b) => compareNames(b, a),
    ),
    column(
      'caveats',
      'Caveats',
      ({ row }) => row.caveats,
      (a, b) => b - a,
    ),
  ];
}

const smallestFirst = (a: number, b: number): number => a - b;

/** A column whose rows are ordered by a key; those without one have no place. */
function column<Key>(
  id: string,
  label: string,
  keyOf: (source: Source) => Key | undefined,
  compare: (a: Key, b: Key) => number,
): ColumnRule {
  return {
    id,
    label,
    ranks: (sources) => {
      const keys = sources.map(keyOf);
      const sorted = [...new Set(keys.filter((key) => key !== undefined))].sort(compare);
      const rank = new Map(sorted.map((key, index) => [key, index]));
      return keys.map((key) => (key === undefined ? undefined : rank.get(key)));
    },
  };
}

/** Every word that an environment is found by, once: of its names, its vendor, its image formats and its providers. */
export function searchWords({ id, value }: EnvironmentEntry, providers: RowView['providers']): readonly string[] {
  const { name, vendor, aliases, images } = value;
  const names = [name, ...(vendor === undefined ? [] : [vendor]), ...aliases];
  const texts = [...names, id, ...images, ...providers.map(({ acronym }) => acronym)];
  return [...new Set([...texts.flatMap(wordsOf), ...names.flatMap(initialsOf)])];
}

/** The first letters of a name of several words: people write GCE for Google Compute Engine. */
function initialsOf(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => /^\p{L}/u.test(word));
  return words.length < 3 ? [] : [words.map((word) => word[0]!).join('')];
}
