import { COLUMNS, type Column, type ColumnAnswer, type Level } from '../model/level.ts';
import type { Report } from './import-finding.ts';
import { lookUp, type Mapping } from './mapping.ts';
import type { SourceCell } from './parse-tables.ts';
import { cellOf, headingOf, type RowCells } from './read-columns.ts';

/** What the columns say; those that a table does not have, or that may mean two things, say nothing. */
type Answers = Readonly<Partial<Record<Column, ColumnAnswer>>>;

/** The level that stands for not knowing. */
export function unknownLevel(levels: readonly Level[]): Level {
  return levels.find(({ columns }) => columns.works === 'unknown') ?? levels.at(-1)!;
}

/**
 * The level that a row states, in one word or in three columns. It is undefined where what stands there is in no
 * vocabulary, may mean two things, or contradicts itself: that is told, and never guessed.
 */
export function readLevel(
  row: RowCells,
  levels: readonly Level[],
  mapping: Mapping,
  report: Report,
): Level | undefined {
  const answers = readAnswers(row, mapping, report);
  const word = cellOf(row, 'level');
  const level = word === undefined ? undefined : readWord(word, headingOf(row, 'level'), levels, mapping, report);
  if (answers === undefined || (word !== undefined && level === undefined)) return level;
  const stated = level === undefined ? levelOf(answers, levels) : agrees(level, answers) ? level : undefined;
  if (stated === undefined)
    report('ambiguous-value', row.row.place, 'What the columns say does not go together, so the level is unknown.', {
      expected:
        level === undefined ? [] : COLUMNS.map((column) => `${headingOf(row, column)}: ${level.columns[column]}`),
    });
  return stated;
}

function readWord(
  { words, place }: SourceCell,
  heading: string,
  levels: readonly Level[],
  mapping: Mapping,
  report: Report,
): Level | undefined {
  const named = lookUp(mapping.levels, words);
  const level = levels.find(({ id, label }) => id === (named ?? words) || label === words);
  if (level !== undefined) return level;
  if (mapping.ambiguous.includes(words))
    report('ambiguous-value', place, `${heading} says ${shown(words)}, which may mean no, or that nobody knows.`);
  else
    report('unknown-value', place, `${heading} says ${shown(words)}, which is no level.`, {
      expected: levels.map(({ label }) => label),
    });
  return undefined;
}

/** What the three columns say; undefined where the table has none of them, or one says what is no answer. */
function readAnswers(row: RowCells, mapping: Mapping, report: Report): Answers | undefined {
  const cells = row.columns.flatMap(({ meaning, heading }, index) => {
    const column = COLUMNS.find((each) => each === meaning);
    const cell = row.row.cells[index]!;
    return column === undefined ? [] : [{ column, heading, cell, answer: lookUp(mapping.answers, cell.words) }];
  });
  const open = cells.filter(({ answer }) => answer === undefined);
  const unclear = open.filter(({ cell }) => mapping.ambiguous.includes(cell.words));
  for (const { heading, cell } of open.filter((each) => !unclear.includes(each)))
    report('unknown-value', cell.place, `${heading} says ${shown(cell.words)}, which is no answer.`, {
      expected: Object.keys(mapping.answers),
    });
  if (unclear.length > 0) {
    const says = unclear.map(({ heading, cell }) => `${heading} says ${shown(cell.words)}`);
    report(
      'ambiguous-value',
      unclear[0]!.cell.place,
      `${says.join(', ')}: it may mean no, or that nobody knows, and claims nothing.`,
    );
  }
  if (cells.length === 0 || open.length > unclear.length) return undefined;
  return Object.fromEntries(cells.map(({ column, answer }) => [column, answer]));
}

/** The level whose columns say the same; what the row does not affirm, the level may not claim. */
function levelOf({ works = 'unknown', tested, full }: Answers, levels: readonly Level[]): Level | undefined {
  const find = (answer: ColumnAnswer): Level | undefined =>
    levels.find(
      ({ columns }) =>
        columns.works === answer &&
        (columns.tested === 'yes') === (tested === 'yes') &&
        (columns.full === 'yes') === (full === 'yes'),
    );
  return find(works) ?? (works === 'with-caveats' ? find('yes') : undefined);
}

/** Whether the columns repeat the level that stands beside them; caveats turn a plain “works” into “with caveats”. */
function agrees({ columns }: Level, answers: Answers): boolean {
  return COLUMNS.every(
    (column) =>
      answers[column] === undefined ||
      answers[column] === columns[column] ||
      (column === 'works' && answers.works === 'with-caveats' && columns.works === 'yes'),
  );
}

function shown(words: string): string {
  return words === '' ? 'nothing' : `\`${words}\``;
}
