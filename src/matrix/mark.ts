import type { Column, ColumnAnswer, Level } from '../model/level.ts';

/**
 * The drawing that stands for a level, from what its columns say: the fuller, the better; a struck ring says no,
 * a dashed one that nobody knows. Levels of another project get fitting marks this way without anybody drawing them.
 */
export type Mark = 'full' | 'tested' | 'works' | 'limited' | 'no' | 'unknown';

/**
 * The colours of the marks, on light ground and on dark: apart from each other for readers who do not see red, green or
 * blue as others do. Pages take them from the style sheet, pictures and badges from here; a test holds them together.
 */
export const MARK_COLOURS: Readonly<Record<'light' | 'dark', Readonly<Record<Mark, string>>>> = {
  light: {
    full: '#00563f',
    tested: '#0571b8',
    works: '#52108a',
    limited: '#ad5a10',
    no: '#8a0c14',
    unknown: '#6a7274',
  },
  dark: {
    full: '#86e2c0',
    tested: '#5b97f0',
    works: '#d6c6ff',
    limited: '#ffc35c',
    no: '#f5675e',
    unknown: '#929797',
  },
};

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
