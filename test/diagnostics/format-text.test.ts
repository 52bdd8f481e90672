import { describe, expect, test } from 'vitest';
import { ANSI, formatText, printable } from '../../src/diagnostics/format-text.ts';
import { between, makeDiagnostic } from '../support/make-diagnostic.ts';

const FILE = 'data/environments/cloud/acme.yaml';

/** The excerpt and the carets below it. */
function excerptOf(line: string, from: number, to: number): readonly [string, string] {
  const output = formatText([makeDiagnostic({ place: between(1, from, to) })], new Map([[FILE, line]]));
  const [, shown = '', marks = ''] = output.split('\n');
  return [shown, marks];
}

test('a finding is its place, sentence, rule, line, fix, note, other place and page', () => {
  const item = makeDiagnostic({
    fix: 'level: tested\nname: Acme',
    note: 'Known: `tested`.',
    related: [{ reason: 'The first is here.', file: 'data/matrix.yaml', place: between(7, 5, 9) }],
    url: 'https://acme.example.org/rules/unknown-level/',
  });
  expect(formatText([item], new Map([[FILE, 'name: Acme\n# A comment.\nlevel: teste\n']]))).toBe(
    `data/environments/cloud/acme.yaml:3:8 error \`teste\` is not a level. unknown-level
  3 | level: teste
    |        ^^^^^
  Write:
      level: tested
      name: Acme
  Known: \`tested\`.
  data/matrix.yaml:7:5 The first is here.
  https://acme.example.org/rules/unknown-level/
`,
  );
});

test('a finding about a whole file, or about a file without a text, has no excerpt', () => {
  const whole = makeDiagnostic({ place: undefined });
  expect(formatText([whole], new Map([[FILE, 'name: Acme']]))).toBe(
    `${FILE}:1:1 error ${whole.reason} unknown-level\n`,
  );
  expect(formatText([makeDiagnostic()], new Map()).split('\n')).toHaveLength(2);
});

test('findings are divided by a blank line', () => {
  const item = makeDiagnostic({ place: undefined });
  expect(formatText([item, item], new Map()).split('\n')).toEqual([expect.any(String), '', expect.any(String), '']);
});

describe('the caret stands below what is wrong', () => {
  test.each([
    ['a plain line', 'level: teste', 'teste'],
    ['the beginning of a line', 'levle: tested', 'levle'],
    ['behind a tab', '\tlevel:\tteste', 'teste'],
    ['behind an emoji, of two units like the columns of the place', 'name: 🚀 teste', 'teste'],
    ['behind a character that is shown as its code', 'name: a\u202e\u0007b teste', 'teste'],
    ['far behind in a long line', `${'name '.repeat(60)}teste${' name'.repeat(60)}`, 'teste'],
  ])('%s', (_, line, wrong) => {
    const from = line.indexOf(wrong) + 1;
    const [shown, marks] = excerptOf(line, from, from + wrong.length);
    expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe(wrong);
  });

  test('as long as what is shown in the place of an invisible character', () => {
    const [shown, marks] = excerptOf('name: a\u202eb', 8, 9);
    expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('\\u202e');
  });

  test('once, where nothing is missing but a place', () => {
    expect(excerptOf('name: Acme', 1, 1)[1]).toBe('    | ^');
    expect(excerptOf('name: Acme', 11, 11)[1]).toBe('    |           ^');
  });

  test('to the end of the first line, where the place goes on', () => {
    const place = { start: { line: 1, column: 5 }, end: { line: 3, column: 9 } };
    const output = formatText([makeDiagnostic({ place })], new Map([[FILE, '  - kind: ci\n    path: a\n    b: c\n']]));
    expect(output.split('\n')[2]).toBe('    |     ^^^^^^^^');
  });

  test('within the room that a long line is shown in', () => {
    const [shown, marks] = excerptOf(`name: ${'a'.repeat(5000)}`, 7, 5007);
    expect(shown.length).toBeLessThan(130);
    expect(marks.length).toBe(shown.length);
  });
});

test('nothing in the data moves the cursor, colours the terminal or turns the text around', () => {
  const hostile = '\u001b[31mred\u0007\u202e\u2066\u0085\u2028\r';
  const item = makeDiagnostic({
    reason: hostile,
    fix: hostile,
    note: hostile,
    related: [{ reason: hostile, file: FILE }],
    place: between(1, 1, 2),
  });
  const output = formatText([item], new Map([[FILE, hostile.replace('\r', '')]]));
  expect(output).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  expect(output).toContain('\\u001b[31mred\\u0007\\u202e\\u2066\\u0085\\u2028');
});

test('no line can be a command to the runner of a workflow', () => {
  const command = '::add-mask::a\n  ##[error]b';
  const item = makeDiagnostic({ fix: command, note: command, place: between(1, 1, 2) });
  const output = formatText([item], new Map([[FILE, command]]));
  expect(output.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([]);
});

test('colours are those of the severity, and there are none by default', () => {
  expect(formatText([makeDiagnostic({ severity: 'warning' })], new Map(), ANSI)).toContain(
    '\u001b[33;1mwarning\u001b[0m',
  );
  expect(formatText([makeDiagnostic({ severity: 'warning' })], new Map())).not.toContain('\u001b');
});

test('ten thousand findings in one file take no longer than reading them', () => {
  const line = 'a'.repeat(60);
  const items = Array.from({ length: 10_000 }, (_, index) => makeDiagnostic({ place: between(index + 1, 1, 5) }));
  const before = performance.now();
  const output = formatText(items, new Map([[FILE, Array(10_000).fill(line).join('\n')]]));
  expect(output.split('^^^^')).toHaveLength(10_001);
  expect(performance.now() - before).toBeLessThan(5000);
});

test('printable keeps letters of all languages, and line ends as their code', () => {
  expect(printable('Zürich 東京 \t\n')).toBe('Zürich 東京  \\u000a');
});
