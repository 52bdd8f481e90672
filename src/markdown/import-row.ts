import type { Dataset } from '../dataset/dataset.ts';
import type { Report } from './import-finding.ts';
import type { Mapping, Meaning } from './mapping.ts';
import { type Lines, plainText, splitLines, text } from './nodes.ts';
import type { SourceCell } from './parse-tables.ts';
import { linksOf, readMaintainers } from './read-cells.ts';
import { cellOf, headingOf, type RowCells, type TableColumn } from './read-columns.ts';
import { writeNotes } from './write-notes.ts';

/** What import goes by, besides the document. */
export interface ImportContext {
  readonly matrix: Dataset['matrix'];
  readonly mapping: Mapping;
  /** The day that the document speaks of. */
  readonly on: string;
  /** Where the document is. */
  readonly source: string | undefined;
  readonly report: Report;
}

/** An entry as a row tells it, without its id. */
export interface ImportedEntry {
  /** The folder of its file. */
  readonly folder: string;
  /** What it is called: the name of an environment, the acronym of a provider. */
  readonly name: string;
  /** The keys of its file. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: SourceCell['place'];
}

/** What of a cell is kept nowhere else. */
export type FindLeft = (column: TableColumn, cell: SourceCell) => Lines;

/** The columns that make a level. */
export const LEVEL_COLUMNS: ReadonlySet<Meaning | undefined> = new Set<Meaning>(['level', 'works', 'tested', 'full']);

/** The longest reason that a history takes. */
const REASON_LENGTH = 400;

/** The maintainers of a row. Who cannot be asked there is told, and left for the notes. */
export function importMaintainers(
  row: RowCells,
  { mapping, report }: ImportContext,
): ReturnType<typeof readMaintainers> {
  const cell = cellOf(row, 'maintainers');
  const reading = readMaintainers(cell?.nodes ?? [], mapping.nothing);
  for (const line of reading.rest)
    report(
      'unknown-maintainer',
      cell!.place,
      `\`${plainText(line)}\` in ${headingOf(row, 'maintainers')} is no handle, so it goes to the notes.`,
      { expected: ['@user', '@organization/team'] },
    );
  return reading;
}

/** The links of a cell whose words are kept elsewhere. Those to pages of the site are made anew. */
export function foreignLinks({ nodes }: SourceCell, { matrix }: ImportContext): Lines {
  return linksOf(nodes).flatMap((link) => (link.url.startsWith(`${matrix.value.links.site}/`) ? [] : [[link]]));
}

/** All lines of a cell, unless it says that there is nothing. */
export function allLines({ words, nodes }: SourceCell, { mapping }: ImportContext): Lines {
  return mapping.nothing.includes(words) ? [] : splitLines(nodes);
}

/** The lines of the cell with a meaning; none where the table has no such column. */
export function linesOf(row: RowCells, meaning: Meaning, context: ImportContext): Lines {
  const cell = cellOf(row, meaning);
  return cell === undefined ? [] : allLines(cell, context);
}

/**
 * The reason of the history and the notes of an entry: the one quotes what the row said in the columns that make a level,
 * the other have all that fits nowhere else, so that nothing of a row is lost.
 */
export function importWords(
  row: RowCells,
  isQuoted: (column: TableColumn) => boolean,
  findLeft: FindLeft,
  remark = '',
): { readonly reason: string; readonly notes: string | undefined } {
  const cells = row.row.cells.map((cell, index) => ({ cell, column: row.columns[index]! }));
  const quote = cells
    .filter(({ column }) => isQuoted(column))
    .map(
      ({ cell, column }) =>
        `${column.heading} ${cell.words === '' ? 'blank' : `\`${cell.words.replaceAll('`', "'")}\``}`,
    )
    .join(', ');
  const said = `Imported from a table that said: ${quote}.${remark}`;
  const isShort = quote !== '' && said.length <= REASON_LENGTH;
  const left = cells.flatMap(({ cell, column }) => {
    if (column.meaning === 'notes') return splitLines(cell.nodes);
    return findLeft(column, cell).map((line) => [text(`${column.heading}: `), ...line]);
  });
  return {
    reason: isShort ? said : `Imported from a table.${remark}`,
    notes: writeNotes(isShort || quote === '' ? left : [...left, [text(`The table said: ${quote}.`)]]),
  };
}
