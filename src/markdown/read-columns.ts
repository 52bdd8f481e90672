import type { Stage } from '../model/stage.ts';
import type { Report } from './import-finding.ts';
import { lookUp, type Mapping, type Meaning } from './mapping.ts';
import type { SourceCell, SourceRow } from './parse-tables.ts';

/** What the cells of a table hold, from its head. */
export interface TableColumn {
  readonly heading: string;
  /** What it holds; undefined where the mapping does not say, or another column holds it already. */
  readonly meaning: Meaning | undefined;
  /** The stage that it is about, in a table of providers. */
  readonly stage: string | undefined;
}

/** The cells of one row, each with the column it is in. */
export interface RowCells {
  readonly row: SourceRow;
  readonly columns: readonly TableColumn[];
}

/** Reads the head of a table. A column that nobody knows is told once; what is in it goes to the notes. */
export function readColumns(
  { cells }: SourceRow,
  stages: readonly Stage[],
  mapping: Mapping,
  report: Report,
): readonly TableColumn[] {
  const taken = new Set<Meaning>();
  return cells.map(({ words, place }) => {
    const stage = stages.find(({ label }) => label === words)?.id;
    const meaning = lookUp(mapping.columns, words);
    const isFree = meaning !== undefined && !taken.has(meaning);
    if (isFree) taken.add(meaning);
    if (stage === undefined && !isFree) {
      const why = meaning === undefined ? 'is no column that the mapping knows' : 'is there twice, by the mapping';
      report('unknown-column', place, `\`${words}\` ${why}: what is in it goes to the notes.`);
    }
    return { heading: words, meaning: isFree ? meaning : undefined, stage };
  });
}

/** The cell with a meaning; undefined where the table has no such column. */
export function cellOf({ row, columns }: RowCells, meaning: Meaning): SourceCell | undefined {
  const index = columns.findIndex((column) => column.meaning === meaning);
  return index < 0 ? undefined : row.cells[index];
}

/** The heading of the column with a meaning, for sentences. */
export function headingOf({ columns }: RowCells, meaning: Meaning): string {
  return columns.find((column) => column.meaning === meaning)?.heading ?? meaning;
}
