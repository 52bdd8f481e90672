import { listWords } from '../dataset/did-you-mean.ts';
import type { z } from 'zod';
import { formatCount } from '../diagnostics/summary.ts';
import type { Category } from '../model/category.ts';
import { type Environment, environmentSchema } from '../model/environment.ts';
import { vocabularyOf } from '../model/matrix.ts';
import { importEnvironment } from './import-environment.ts';
import { importProvider } from './import-provider.ts';
import { type ImportContext, type ImportedEntry, LEVEL_COLUMNS } from './import-row.ts';
import { lookUp, PROVIDERS } from './mapping.ts';
import { parseTables, type SourceRow, type SourceTable } from './parse-tables.ts';
import { cellOf, readColumns, type RowCells } from './read-columns.ts';

/** Turns a Markdown document into entries, and reports everything that is not as it should be. */
export function importMatrix(markdown: string, context: ImportContext): readonly ImportedEntry[] {
  const { tables, strays } = parseTables(markdown);
  for (const { kind, place } of strays) {
    if (kind === 'words') context.report('outside-table', place, 'This is in no table, so it is not imported.');
    else
      context.report('malformed-table', place, 'This is meant as a table, and is none: it is left out.', {
        note: 'A heading comes first, then a line of hyphens with as many cells, then the rows, without a blank line between.',
      });
  }
  if (tables.length === 0) context.report('no-table', undefined, 'There is no table in the document.');
  const first = new Map<string, ImportedEntry>();
  const schema = environmentSchema(vocabularyOf(context.matrix.value));
  return tables
    .flatMap((table) => importTable(table, schema, context))
    .filter((entry) => isFirst(entry, first, context));
}

function importTable(
  table: SourceTable,
  schema: z.ZodType<Environment>,
  context: ImportContext,
): readonly ImportedEntry[] {
  const { matrix, mapping, report } = context;
  const rows = table.rows.filter((row) => !isEmpty(row, context));
  if (rows.length === 0) return [];
  const section = sectionOf(table, context);
  if (section === undefined) {
    const { words = '', place = table.head.place } = table.heading ?? {};
    const categories = matrix.value.categories.map(({ label }) => label);
    const what = words === '' ? 'No heading says what the table is about' : `\`${words}\` is no category`;
    report('unknown-section', place, `${what}: ${formatCount(rows.length, 'row')} left out.`, {
      expected: categories,
      note: `Known: ${listWords(categories)}; others are put into the mapping.`,
    });
    return [];
  }
  const columns = readColumns(table.head, matrix.value.stages, mapping, report);
  if (!columns.some(({ meaning }) => meaning === 'name')) {
    const headings = Object.keys(mapping.columns).filter((heading) => mapping.columns[heading] === 'name');
    report(
      'malformed-table',
      table.head.place,
      `No column has the names: ${formatCount(rows.length, 'row')} left out.`,
      { expected: headings, note: `Known: ${listWords(headings)}; others are put into the mapping.` },
    );
    return [];
  }
  if (section !== PROVIDERS && !columns.some(({ meaning }) => LEVEL_COLUMNS.has(meaning)))
    report('unknown-column', table.head.place, 'No column says a level, so that of every row is unknown.');
  return rows.flatMap((row) => {
    const cells: RowCells = { row, columns };
    if (isMalformed(cells, context)) return [];
    const entry =
      section === PROVIDERS ? importProvider(cells, context) : importEnvironment(cells, section, schema, context);
    return entry === undefined ? [] : [entry];
  });
}

function isEmpty({ cells, place }: SourceRow, { report }: ImportContext): boolean {
  const empty = cells.every(({ words }) => words === '');
  if (empty) report('empty-row', place, 'The row is empty: nothing is lost without it.');
  return empty;
}

/** Whether the cells of a row do not fit the head: which of them is missing, or too many, nobody can tell. */
function isMalformed({ row, columns }: RowCells, { report }: ImportContext): boolean {
  const [found, expected] = [row.cells.length, columns.length];
  const wrong =
    found !== expected
      ? `The row has ${found} cells, and the table ${expected} columns: it is left out.`
      : cellOf({ row, columns }, 'name')!.words === ''
        ? 'The row has no name: it is left out.'
        : undefined;
  if (wrong !== undefined) report('malformed-row', row.place, wrong);
  return wrong !== undefined;
}

/** The category that a table is about, or that it is about providers. */
function sectionOf({ heading }: SourceTable, { matrix, mapping }: ImportContext): string | undefined {
  const { words = '' } = heading ?? {};
  const named = lookUp(mapping.sections, words);
  const isMeant = ({ id, label }: Category): boolean => id === named || label === words;
  return named === PROVIDERS ? PROVIDERS : matrix.value.categories.find(isMeant)?.id;
}

/** Keeps the first of several rows of one name, and tells of the others. */
function isFirst(entry: ImportedEntry, first: Map<string, ImportedEntry>, { report }: ImportContext): boolean {
  const key = `${entry.folder.split('/')[0]!} ${entry.name.toLowerCase()}`;
  const other = first.get(key);
  if (other === undefined) first.set(key, entry);
  else
    report('duplicate-row', entry.place, `\`${entry.name}\` is the name of another row: this one is left out.`, {
      note: `The other one is in line ${other.place.start.line}.`,
    });
  return other === undefined;
}
