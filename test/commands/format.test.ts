import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { format, type FormatResult } from '../../src/commands/format.ts';
import type { DataFile } from '../../src/dataset/data-file.ts';
import { readData } from '../../src/io/read-data.ts';
import {
  ACME,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  judge,
  MATRIX,
  MATRIX_PATH,
  placeOf,
  PROVIDER_PATH,
} from '../support/acme-data.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const UNTIDY = ENVIRONMENT.replace('level: tested\n', '').replace('name:', "level: 'tested'\n# It is ours.\nname:");
const TIDY = ENVIRONMENT.replace('name:', '# It is ours.\nname:');

/** The valid project with other content in some of its files. */
function withFiles(contents: Readonly<Record<string, DataFile['content']>>): readonly DataFile[] {
  return [
    ...ACME.filter(({ path }) => contents[path] === undefined),
    ...Object.entries(contents).map(([path, content]) => ({ path, content })),
  ];
}

function formatted(contents: Readonly<Record<string, DataFile['content']>>, isCheck = false): FormatResult {
  return format(withFiles(contents), { root: 'data', isCheck });
}

test('writes what is not in house style, and lists it', () => {
  expect(formatted({})).toMatchObject({ files: [], output: '', exitCode: 0 });
  expect(formatted({ [ENVIRONMENT_PATH]: UNTIDY })).toMatchObject({
    files: [{ path: ENVIRONMENT_PATH, text: TIDY }],
    output: `data/${ENVIRONMENT_PATH}`,
    exitCode: 0,
  });
});

test('a check writes nothing, and fails where something is not in house style', () => {
  expect(formatted({}, true)).toMatchObject({ exitCode: 0 });
  expect(formatted({ [ENVIRONMENT_PATH]: UNTIDY }, true)).toMatchObject({
    files: [],
    output: `data/${ENVIRONMENT_PATH}`,
    exitCode: 1,
  });
});

test('the validator notes the same files, and no others', () => {
  const notes = (contents: Readonly<Record<string, DataFile['content']>>): readonly string[] =>
    judge(withFiles(contents)).flatMap(({ ruleId, severity, file }) =>
      ruleId === 'format' ? [`${severity} ${file}`] : [],
    );
  expect(notes({})).toEqual([]);
  expect(notes({ [ENVIRONMENT_PATH]: UNTIDY, [MATRIX_PATH]: `${MATRIX}\n` })).toEqual([
    `note data/${ENVIRONMENT_PATH}`,
    `note data/${MATRIX_PATH}`,
  ]);
});

test.each<[string, string, string, string, string | undefined]>([
  [
    'keys in another order',
    'name: Acme Cloud\nlevel: tested\n',
    'level: tested\nname: Acme Cloud\n',
    '1:1-2:17',
    'name: Acme Cloud\nlevel: tested',
  ],
  [
    'keys of an item',
    '    path: tests/acme.sh\n    seen: { on: 2026-08-22 }',
    '    seen: { on: 2026-08-22 }\n    path: tests/acme.sh',
    '8:5-9:24',
    'path: tests/acme.sh\nseen: { on: 2026-08-22 }',
  ],
  ['quotes', 'level: tested\n', "level: 'tested'\n", '2:1-2:16', 'level: tested'],
  ['two blank lines', 'evidence:\n', '\n\nevidence:\n', '6:1-6:1', undefined],
  [
    'no end of the last line',
    'Tests run. }\n',
    'Tests run. }',
    '11:3-11:58',
    '- { on: 2026-03-01, level: tested, reason: Tests run. }',
  ],
])('the note shows where, and what to write instead: %s', (_, tidy, untidy, place, fix) => {
  const [found, ...more] = judge(withFiles({ [ENVIRONMENT_PATH]: ENVIRONMENT.replace(tidy, untidy) }));
  expect(more).toEqual([]);
  const { start, end } = placeOf(found!);
  expect(`${start.line}:${start.column}-${end.line}:${end.column}`).toBe(place);
  expect(found!.fix).toBe(fix);
});

test('a change of many lines is pointed out at the first one', () => {
  const [found] = judge(withFiles({ [MATRIX_PATH]: MATRIX.replace(/^(name: .*\n)([^]*)$/, '$2$1') }));
  expect(placeOf(found!).start).toEqual({ line: 1, column: 1 });
  expect(found!.fix).toBeUndefined();
});

test('a file with mistakes stays as it is, and the others are written', () => {
  expect(formatted({ [PROVIDER_PATH]: 'name: [', [ENVIRONMENT_PATH]: UNTIDY })).toMatchObject({
    files: [{ path: ENVIRONMENT_PATH }],
    message: expect.stringContaining('1 file with mistakes') as string,
    exitCode: 1,
  });
});

test('carriage returns and byte-order marks go', () => {
  for (const text of [`\ufeff${ENVIRONMENT}`, ENVIRONMENT.replaceAll('\n', '\r\n')])
    expect(formatted({ [ENVIRONMENT_PATH]: text }).files).toEqual([{ path: ENVIRONMENT_PATH, text: ENVIRONMENT }]);
});

test.each([
  ['../schema/', '../../../schema/environment.json', '../../schema/provider.json'],
  ['https://acme.example.org/', 'https://acme.example.org/environment.json', 'https://acme.example.org/provider.json'],
])('modelines are made from that of the matrix: %s', (folder, environment, provider) => {
  const modeline = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;
  const { files } = formatted({ [MATRIX_PATH]: `${modeline(`${folder}matrix.json`)}${MATRIX}` });
  expect(files.map(({ text }) => text.split('\n', 1)[0])).toEqual(
    [environment, provider].map((each) => modeline(each).trim()),
  );
});

test('the data of this repository is in house style', () => {
  expect(format(readData(join(PROJECT, 'data')), { root: 'data', isCheck: true })).toMatchObject({ output: '' });
});

test('as a process: files are written in place, the list is on stdout, the count on stderr', () => {
  const folder = mkdtempSync(join(tmpdir(), 'format-'));
  for (const { path, content } of withFiles({ [ENVIRONMENT_PATH]: UNTIDY })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content as string);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, 'scripts/format.ts'), '--data', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: `./${ENVIRONMENT_PATH}\n`,
    stderr: '1 file formatted\n',
  });
  expect(readFileSync(join(folder, ENVIRONMENT_PATH), 'utf8')).toBe(TIDY);
  rmSync(folder, { recursive: true });
});
