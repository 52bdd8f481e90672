import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { between, makeDiagnostic } from '../support/make-diagnostic.ts';

/** What GitHub’s runner makes of one line of a log: a command with its properties and its text, unescaped. */
function parseCommand(line: string): { command: string; properties: Record<string, string>; text: string } {
  const [, command, list, text] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (command === undefined) throw new Error(`not a command: ${line}`);
  const properties = (list ?? '').split(',').map((part) => {
    const [key = '', value = ''] = part.split(/=(.*)/s);
    return [key, unescape(value.replaceAll('%3A', ':').replaceAll('%2C', ','))] as const;
  });
  return { command, properties: Object.fromEntries(properties), text: unescape(text ?? '') };
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function many(count: number, severity: Diagnostic['severity']): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) => makeDiagnostic({ severity, place: between(index + 1, 1, 2) }));
}

test('an annotation has its file, place and rule; the fix and the page follow the sentence', () => {
  const item = makeDiagnostic({ fix: 'level: tested', note: 'A note.', url: 'https://acme.example.org/rules/' });
  expect(parseCommand(formatGithub([item]).trimEnd())).toEqual({
    command: 'error',
    properties: { file: item.file, line: '3', endLine: '3', col: '8', endColumn: '13', title: 'unknown-level' },
    text: '`teste` is not a level.\nWrite:\nlevel: tested\nA note.\nhttps://acme.example.org/rules/',
  });
});

test('an annotation over several lines has no columns, which GitHub would refuse', () => {
  const place = { start: { line: 2, column: 5 }, end: { line: 4, column: 1 } };
  const { properties } = parseCommand(formatGithub([makeDiagnostic({ place })]).trimEnd());
  expect(properties).toEqual({ file: makeDiagnostic().file, line: '2', endLine: '4', title: 'unknown-level' });
});

test('a finding about a whole file is shown at its first line', () => {
  expect(parseCommand(formatGithub([makeDiagnostic({ place: undefined })]).trimEnd()).properties).toMatchObject({
    line: '1',
    endLine: '1',
  });
});

test('nothing is printed where nothing was found', () => {
  expect(formatGithub([])).toBe('');
});

test('warnings follow errors, notes follow warnings', () => {
  const items = (['note', 'warning', 'error'] as const).map((severity) => makeDiagnostic({ severity }));
  const lines = formatGithub(items).trimEnd().split('\n');
  expect(lines.map((line) => parseCommand(line).command)).toEqual(['error', 'warning', 'notice']);
});

describe('GitHub’s limit', () => {
  test('ten of a severity are shown', () => {
    expect(formatGithub(many(10, 'warning')).trimEnd().split('\n')).toHaveLength(10);
  });

  test('of more, nine are shown and the tenth says how many are left out', () => {
    const items = [...many(11, 'error'), ...many(3, 'warning'), ...many(500, 'note')];
    const commands = formatGithub(items).trimEnd().split('\n').map(parseCommand);
    const count = (name: string): number => commands.filter(({ command }) => command === name).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 3, 10]);
    expect(commands[9]!.text).toMatch(/^2 errors more/);
    expect(commands.at(-1)!.text).toMatch(/^491 notes more/);
  });
});

describe('what somebody wrote into the data', () => {
  const pieces = [
    '%',
    '\r',
    '\n',
    ':',
    '::',
    ',',
    '=',
    '::error::forged',
    '::set-env name=A::b',
    '%0A::error::',
    '%25',
    'a',
  ];
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

  test('is one command, and comes back as it was', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, reason, note) => {
        const output = formatGithub([makeDiagnostic({ file, reason, note })]);
        expect(output.split(/[\r\n]+/)).toHaveLength(2);
        const { command, properties, text } = parseCommand(output.trimEnd());
        expect({ command, file: properties.file, text }).toEqual({
          command: 'error',
          file,
          text: `${reason}\n${note}`,
        });
      }),
    );
  });
});
