import { type Diagnostic, endOf, type Severity, startOf } from './diagnostic.ts';

/** Wraps a text in terminal colours, or returns it as it is. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** No colours: for files, pipes and tests. */
export const PLAIN: Paint = { severity: (_, text) => text, dim: (text) => text, bold: (text) => text };

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** The colours of a terminal. */
export const ANSI: Paint = {
  severity: (severity, text) => `\u001b[${COLOURS[severity]};1m${text}\u001b[0m`,
  dim: (text) => `\u001b[2m${text}\u001b[0m`,
  bold: (text) => `\u001b[1m${text}\u001b[0m`,
};

/** The longest part of a source line that is shown. */
const EXCERPT_WIDTH = 110;

/**
 * Formats diagnostics for people: place, sentence, the line with what is wrong underlined, the fix, the page of the rule.
 * `texts` holds the source of each file by path; a file without one gets no excerpt.
 */
export function formatText(
  items: readonly Diagnostic<string>[],
  texts: ReadonlyMap<string, string>,
  paint: Paint = PLAIN,
): string {
  // A file may have thousands of findings; it is split into lines once.
  const files = new Map<string, readonly string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const lines = files.get(file) ?? text.split(/\r\n?|\n/);
    files.set(file, lines);
    return lines[line - 1];
  };
  return items.map((item) => formatOne(item, lineOf(item.file, startOf(item.place).line), paint)).join('\n');
}

function formatOne(item: Diagnostic<string>, line: string | undefined, paint: Paint): string {
  const start = startOf(item.place);
  const lines = [
    `${paint.bold(`${item.file}:${start.line}:${start.column}`)} ${paint.severity(item.severity, item.severity)} ${printable(item.reason)} ${paint.dim(item.ruleId)}`,
    ...formatExcerpt(item, line, paint),
    ...formatFix(item.fix, paint),
    ...(item.note == null ? [] : [`  ${printable(item.note)}`]),
    ...(item.related ?? []).map((related) => {
      const at = startOf(related.place);
      return `  ${related.file}:${at.line}:${at.column} ${printable(related.reason)}`;
    }),
    ...(item.url == null ? [] : [paint.dim(`  ${item.url}`)]),
  ];
  return `${lines.map(inert).join('\n')}\n`;
}

function formatExcerpt(item: Diagnostic<string>, line: string | undefined, paint: Paint): readonly string[] {
  if (line === undefined || line === '' || item.place === undefined) return [];
  const [start, end] = [startOf(item.place), endOf(item.place)];
  // A long line is shown around the mistake, not from its beginning.
  const from = start.column > EXCERPT_WIDTH - 20 ? start.column - 40 : 0;
  const shown = line.slice(from, from + EXCERPT_WIDTH);
  const column = start.column - 1 - from;
  const to = end.line === start.line ? end.column - 1 - from : shown.length;
  const gutter = `${start.line}`;
  // What is shown as its code takes more room than in the file.
  const blanks = ' '.repeat(printable(shown.slice(0, column)).length);
  const marks = '^'.repeat(Math.max(1, printable(shown.slice(column, to)).length));
  return [
    `  ${paint.dim(`${gutter} |`)} ${printable(shown)}`,
    `  ${paint.dim(`${' '.repeat(gutter.length)} |`)} ${blanks}${paint.severity(item.severity, marks)}`,
  ];
}

function formatFix(fix: string | undefined, paint: Paint): readonly string[] {
  if (fix === undefined) return [];
  return ['  Write:', ...fix.split('\n').map((line) => `      ${paint.bold(printable(line))}`)];
}

/** Keeps a line from being a command to the runner of a workflow, which obeys every line of a log that begins like one, after blanks too. */
export function inert(line: string): string {
  return line.replace(/^(\s*)(?=::|##\[)/, '$1| ');
}

/** Shows characters that would move the cursor, colour the terminal or turn the text around as their code. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    if (character === '\t') return ' ';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}
