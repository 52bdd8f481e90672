import { stringify } from 'csv-stringify/sync';
import { COLUMNS } from '../model/level.ts';
import { buildEntry, type OutletSource } from './build-outlet.ts';
import type { OutletEnvironment } from './entry-shape.ts';

/** A heading, and what stands below it for an environment; nothing where the data does not say it. */
type CsvColumn = readonly [heading: string, cell: (each: OutletEnvironment) => string | number | undefined];

/**
 * Formats the environments as CSV: the headings, then a row for each, in UTF-8. A cell that a spreadsheet would take for a
 * formula, because it begins with `=`, `+`, `-`, `@`, a tab or a return, gets an apostrophe in front.
 */
export function formatCsv(source: OutletSource): string {
  const { matrix, environments } = source.dataset;
  const list = (items: readonly string[]): string => items.join(', ');
  const columns: readonly CsvColumn[] = [
    ['id', ({ id }) => id],
    ['name', ({ name }) => name],
    ['category', ({ category }) => category],
    ['vendor', ({ vendor }) => vendor],
    ['level', ({ level }) => level],
    ['claimed', ({ claimed }) => claimed],
    ['supported', ({ supported }) => supported],
    ...COLUMNS.map((column): CsvColumn => [column, (each) => each.columns[column]]),
    ...matrix.value.architectures.map(({ id }): CsvColumn => [id, (each) => each.architectures[id]?.level]),
    ['lifecycle', ({ lifecycle }) => lifecycle],
    ['maintainers', ({ maintainers }) => list(maintainers.map(({ name }) => name))],
    ['evidence', ({ evidence }) => list([...new Set(evidence.filter(counts).map(({ kind }) => kind))])],
    ['seen', ({ seen }) => seen],
    ['age', ({ age }) => age],
    ['caveats', ({ caveats }) => caveats.length],
    ['providers', ({ providers }) => list(providers)],
    ['homepage', ({ homepage }) => homepage],
    ['url', ({ url }) => url],
  ];
  const rows = environments.map((entry) => {
    const each = buildEntry(entry, source);
    return columns.map(([, cell]) => cell(each));
  });
  return stringify([columns.map(([heading]) => heading), ...rows], { escape_formulas: true });
}

function counts({ disputed, gone }: OutletEnvironment['evidence'][number]): boolean {
  return disputed === undefined && gone === undefined;
}
