import type { Column, ColumnAnswer, Level } from '../model/level.ts';

/**
 * The drawing that stands for a level, from what its columns say: the fuller, the better; a struck ring says no,
 * a dashed one that nobody knows. Levels of another project get fitting marks this way without anybody drawing them.
 */
export type Mark = 'full' | 'tested' | 'works' | 'limited' | 'no' | 'unknown';

/** The mark of a level. */
export function markOf({ columns }: Pick<Level, 'columns'>): Mark {
  if (columns.works === 'unknown') return 'unknown';
  if (columns.works === 'no') return 'no';
  if (columns.works === 'with-caveats') return 'limited';
  if (columns.full === 'yes') return 'full';
  return columns.tested === 'yes' ? 'tested' : 'works';
}

/** What a column says for an entry: a caveat turns a plain “works” into “with caveats”. */
export function answerOf({ columns }: Pick<Level, 'columns'>, column: Column, caveats: number): ColumnAnswer {
  const answer = columns[column];
  return column === 'works' && answer === 'yes' && caveats > 0 ? 'with-caveats' : answer;
}

/** The headings of the columns. */
export const COLUMN_LABELS: Readonly<Record<Column, string>> = {
  works: 'Works',
  tested: 'Tested',
  full: 'Full-feature',
};

/** The words for the answers of a column. */
export const ANSWER_LABELS: Readonly<Record<ColumnAnswer, string>> = {
  yes: 'yes',
  'with-caveats': 'with caveats',
  no: 'no',
  unknown: 'unknown',
};
