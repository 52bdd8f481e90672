import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFile, MAX_BYTES } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { type Diagnostic, endOf, startOf } from '../../src/diagnostics/diagnostic.ts';
import type { RuleId } from '../../src/diagnostics/rule-id.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';
import { readData } from '../../src/io/read-data.ts';
import { RULES } from '../../src/rules/registry.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import {
  ACME,
  AS_OF,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  judge,
  MATRIX,
  MATRIX_PATH,
  placeExample,
  PROVIDER_PATH,
  ROOT,
  summarize,
} from '../support/acme-data.ts';

/** The most that one file of the largest size may take to judge, in microseconds of the processor: a busy machine does not count. */
const BOUND = 5_000_000;

/** A little less than the largest data file. */
const NEARLY_FULL = 60_000;

function withEntry(content: DataFile['content'], path = ENVIRONMENT_PATH): readonly DataFile[] {
  return [...ACME.filter((file) => file.path !== path), { path, content }];
}

/** Judges a project with another entry, prints it in both forms, and holds every finding against the text it is about. */
function judgeEntry(content: DataFile['content'], path = ENVIRONMENT_PATH): readonly Diagnostic[] {
  const before = process.cpuUsage();
  const parsed = parseDataset(withEntry(content, path), ROOT);
  const found = runRules(parsed, { asOf: AS_OF });
  expect(formatText(found, parsed.texts) === '').toBe(found.length === 0);
  expect(formatGithub(found) === '').toBe(found.length === 0);
  expect(process.cpuUsage(before).user).toBeLessThan(BOUND);
  expect(found.filter(({ ruleId }) => !Object.hasOwn(RULES, ruleId))).toEqual([]);
  const lines = new Map([...parsed.texts].map(([file, text]) => [file, text.split(/\r\n?|\n/)]));
  expect(found.filter((item) => !isInside(item, lines.get(item.file) ?? ['']))).toEqual([]);
  // Style has tests of its own, and these texts have none.
  return found.filter(({ ruleId }) => ruleId !== 'format');
}

/** Whether a place is within the lines of its text, its start not behind its end. */
function isInside(item: Diagnostic, lines: readonly string[]): boolean {
  const [start, end] = [startOf(item.place), endOf(item.place)];
  const fits = ({ line, column }: typeof start): boolean =>
    line >= 1 && column >= 1 && line <= lines.length && column <= lines[line - 1]!.length + 1;
  return fits(start) && fits(end) && (start.line - end.line || start.column - end.column) <= 0;
}

function idsOf(found: readonly Diagnostic[]): readonly string[] {
  return [...new Set(found.map(({ ruleId }) => ruleId))];
}

describe('size', () => {
  test('ten megabytes of brackets are not parsed', () => {
    expect(judgeEntry('['.repeat(10_000_000)).map(summarize)).toEqual([`${ENVIRONMENT_PATH}:1:1 file-too-large`]);
    expect(idsOf(judgeEntry(new Uint8Array(10_000_000).fill(0x5b)))).toEqual(['file-too-large']);
  });

  test('the largest file is read, and one byte more is not', () => {
    const full = `${ENVIRONMENT}# ${'x'.repeat(MAX_BYTES)}`.slice(0, MAX_BYTES);
    expect(judgeEntry(full)).toEqual([]);
    expect(idsOf(judgeEntry(`${full}x`))).toEqual(['file-too-large']);
    // Bytes count, not letters.
    expect(idsOf(judgeEntry(`${full.slice(0, -1)}ü`))).toEqual(['file-too-large']);
  });

  test.each([
    ['brackets', '['],
    ['braces', '{'],
    ['brackets with commas', '[,'],
    ['hyphens', '- '],
    ['explicit keys', '? '],
    ['colons', ':\n'],
    ['colons in a row', ': '],
    ['double quotes', '"'],
    ['single quotes', "'"],
    ['hashes', ' #'],
    ['anchors', '&a '],
    ['aliases', '*a '],
    ['tags', '!a '],
    ['block headers', '|\n'],
    ['documents', '---\n'],
    ['directives', '%a\n'],
    ['tabs', '\t'],
    ['commas', ','],
    ['letters', 'a'],
    ['words', 'a '],
    ['lines', 'a\n'],
    ['pairs', 'a: '],
    ['handles', '@a '],
    ['NULs', '\0'],
    ['carriage returns', '\r'],
    ['merge markers', '<<<<<<< a\n'],
  ])('%s to the brim', (_, piece) => {
    const text = piece.repeat(NEARLY_FULL / piece.length);
    judgeEntry(text);
    judgeEntry(`${ENVIRONMENT}notes: ${text}`);
    expect(judgeEntry(`notes: |\n  ${text.replaceAll('\n', '\n  ')}\n${ENVIRONMENT}`).length).toBeGreaterThan(0);
  });

  test.each<[string, string, (index: number) => string, RuleId[]]>([
    ['the same key', '', () => 'vendor: Acme', ['duplicate-key']],
    ['unknown keys', '', (index) => `key${index}: 1`, ['unknown-key']],
    ['blank keys', '', (index) => `key${index}:`, ['unknown-key']],
    ['lines without a colon', '', () => 'words', ['yaml-syntax']],
    ['unknown architectures', 'architectures:', (index) => `  a${index}: tested`, ['unknown-architecture']],
    ['evidence without a place', 'evidence:', () => '  - { kind: ci, seen: { on: 2026-08-22 } }', ['evidence-place']],
    ['evidence without anything', 'evidence:', () => '  - {}', ['missing-key']],
    ['numbers as aliases', 'aliases:', (index) => `  - ${index}`, ['wrong-type']],
    ['aliases', 'aliases:', (index) => `  - a${index}`, []],
    ['equal aliases', 'aliases:', () => '  - a', ['duplicate-name']],
    ['words that need quotes', 'aliases:', (index) => `  - @a${index}`, ['yaml-syntax']],
  ])('%s to the brim', (_, key, line, rules) => {
    let yaml = key;
    for (let index = 0; yaml.length < NEARLY_FULL; index += 1) yaml += `\n${line(index)}`;
    const { files } = placeExample({ yaml: yaml.trimStart() });
    const found = judgeEntry(files.find(({ path }) => path === ENVIRONMENT_PATH)!.content);
    expect(idsOf(found.filter(({ severity }) => severity === 'error'))).toEqual(rules);
  });

  test('a snapshot of megabytes is read without end or crash', () => {
    for (const text of [
      '['.repeat(5_000_000),
      `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
      `"${'a'.repeat(5_000_000)}"`,
    ])
      expect(judgeEntry(text, 'generated/github.json').map(summarize)).toEqual([
        'generated/github.json:1:1 value-form',
      ]);
  });
});

describe('depth', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  // The file itself is the first mapping.
  test.each([
    ['lists in brackets', (depth: number) => `aliases: ${nested(depth - 1)}\n`],
    ['mappings in braces', (depth: number) => `aliases: ${'{a: '.repeat(depth - 1)}1${'}'.repeat(depth - 1)}\n`],
    ['lists of lines', (depth: number) => `aliases:\n  ${'- '.repeat(depth - 1)}a\n`],
    [
      'mappings of lines',
      (depth: number) => `${Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}a:`).join('\n')} 1\n`,
    ],
    ['keys in brackets', (depth: number) => `? ${nested(depth - 1)}\n: a\n`],
  ])('%s are read at the limit and refused above it', (_, text) => {
    expect(idsOf(judgeEntry(text(16)))).not.toContain('yaml-depth');
    expect(idsOf(judgeEntry(text(17)))).toEqual(['yaml-depth']);
    expect(idsOf(judgeEntry(text(5000).slice(0, NEARLY_FULL)))).toEqual(['yaml-depth']);
  });

  test('the place is that of the first list that is too deep', () => {
    expect(judgeEntry(`name: [a]\naliases: ${nested(18)}\n`).map(summarize)).toEqual([
      `${ENVIRONMENT_PATH}:2:25 yaml-depth`,
    ]);
  });
});

describe('notes', () => {
  test.each([
    '> ',
    '- ',
    '1. ',
    '* - + ',
    '[',
    '![',
    '*a _b ',
    '**a ',
    '<',
    '<!--',
    '&',
    '`',
    '[a](',
    '[a]: b\n',
    '#',
    'a\n=\n',
  ])('%j as often as there is room', (piece) => {
    const notes = piece.repeat(4900 / piece.length).trimEnd();
    const found = judgeEntry(`${ENVIRONMENT}notes: ${JSON.stringify(`a\n\n${notes}`)}\n`);
    expect(found.filter(({ ruleId }) => ruleId !== 'markdown')).toEqual([]);
  });

  test('are refused where nesting them would end the build', () => {
    for (const piece of ['> ', '- ', '1. '])
      expect(idsOf(judgeEntry(`${ENVIRONMENT}notes: ${JSON.stringify(`${piece.repeat(1000)}a`)}\n`))).toEqual([
        'markdown',
      ]);
    expect(judgeEntry(`${ENVIRONMENT}notes: "> - > - a *b **c***"\n`)).toEqual([]);
  });
});

describe('features', () => {
  test('an alias bomb is refused before it grows', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((letter, index) => {
        const before = 'abcdefgh'.charAt(index);
        return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(judgeEntry(bomb).map(summarize)).toEqual([`${ENVIRONMENT_PATH}:1:4 yaml-feature`]);
  });

  const BAIT = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

  test.each(BAIT)('the key `%s` is a key like any other, at every depth', (key) => {
    const pristine = Object.getOwnPropertyNames(Object.prototype).sort();
    const bait = `${key}: { polluted: yes, ${key}: { polluted: yes } }`;
    const found = [
      ...judgeEntry(`${ENVIRONMENT}${bait}\n`),
      ...judgeEntry(ENVIRONMENT.replace('amd64: tested', `amd64: tested, ${bait}`)),
      ...judgeEntry(ENVIRONMENT.replace('on: 2026-08-22', `on: 2026-08-22, ${bait}`)),
      ...judgeEntry(`${PROVIDER_STAGES}  ${bait}\n`, PROVIDER_PATH),
      ...judgeEntry(MATRIX.replace('maxAge: 180 }', `maxAge: 180, ${bait} }`), MATRIX_PATH).filter(({ file }) =>
        file.endsWith('matrix.yaml'),
      ),
      ...judgeEntry(MATRIX.replace('columns: {', `columns: { ${bait},`), MATRIX_PATH).filter(({ file }) =>
        file.endsWith('matrix.yaml'),
      ),
    ];
    expect(found.map(({ actual, severity }) => ({ actual, severity }))).toEqual(
      Array(6).fill({ actual: key, severity: 'error' }),
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(pristine);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(BAIT)('the word `%s` is a word like any other', (word) => {
    expect(judgeEntry(ENVIRONMENT.replace('level: tested\n', `level: ${word}\n`)).map(({ ruleId }) => ruleId)).toEqual([
      'unknown-level',
    ]);
    expect(judgeEntry(ENVIRONMENT.replace('kind: ci', `kind: ${word}`)).map(({ ruleId }) => ruleId)).toEqual([
      'unknown-value',
    ]);
    expect(judgeEntry(`${ENVIRONMENT}vendor: ${word}\naliases: [${word}]\n`)).toEqual([]);
    // Without the lists of the matrix any word is a key; nothing may be found behind it.
    const files = ACME.filter(({ path }) => path !== MATRIX_PATH);
    const stages = `${PROVIDER_STAGES}  ${word}: { status: ${word}, ${word}: 1 }\n`;
    const found = judge([
      ...files.filter(({ path }) => path !== PROVIDER_PATH),
      { path: PROVIDER_PATH, content: stages },
    ]);
    // The schema library leaves this one key of an open mapping out.
    const behind = word === '__proto__' ? [] : ['unknown-key', 'unknown-value'];
    expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(['missing-file', ...behind]);
  });

  test.each(['constructor', '__proto__', 'toString', 'environments/__proto__/constructor', 'providers/constructor'])(
    'a file named `%s` is a file in the wrong place',
    (path) => {
      expect(judgeEntry('name: Acme', path).map(summarize)).toEqual([`${path}:1:1 file-name`]);
    },
  );
});

const PROVIDER_STAGES = `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/cluster-api-provider-acme
stages:
  image: { status: none }
  test: { status: unknown }
`;

describe('whatever is in a file', () => {
  const RUNS = 150;
  const arbitraryPath = fc.constantFrom(
    ENVIRONMENT_PATH,
    PROVIDER_PATH,
    MATRIX_PATH,
    'watch.yaml',
    'generated/github.json',
  );

  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), arbitraryPath, (bytes, path) => void judgeEntry(bytes, path)),
      { numRuns: RUNS },
    );
  });

  test('strings', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        arbitraryPath,
        (text, path) => void judgeEntry(text, path),
      ),
      { numRuns: RUNS },
    );
  });

  test('characters of YAML in any order', () => {
    const characters = fc.constantFrom(
      ...Array.from('abc019:-?,[]{}#&*!|>\'"%@`~<=. \n\t_/\\é'),
      ...['\n  ', '\n    - ', ': ', '- ', '---\n', '...\n', 'level: '],
    );
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 200 }),
        arbitraryPath,
        (parts, path) => void judgeEntry(parts.join(''), path),
      ),
      { numRuns: RUNS },
    );
  });

  test('a valid file with something deleted, doubled, moved or put in', () => {
    const texts = ACME.map(({ path, content }) => ({ path, text: content }));
    const insert = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '\n',
        '\t',
        ' ',
        '  ',
        '- ',
        ': ',
        '"',
        "'",
        '[',
        '}',
        '#',
        '&',
        '*',
        '!',
        '|',
        '> ',
        '@',
        '`',
        '%',
        '---\n',
        '\r\n',
        '\u00a0',
        '\ud800',
      ),
    );
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('delete', 'double', 'insert', 'line', 'lines', 'indent'),
      insert,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ({ path, text }, changes) => {
          let mutated = text;
          for (const { at, to, kind, insert: piece } of changes) {
            const from = Math.floor(at * mutated.length);
            const length = 1 + Math.floor(to * 30);
            const lines = mutated.split('\n');
            const line = Math.floor(at * lines.length);
            if (kind === 'delete') mutated = mutated.slice(0, from) + mutated.slice(from + length);
            if (kind === 'double') mutated = mutated.slice(0, from + length) + mutated.slice(from);
            if (kind === 'insert') mutated = mutated.slice(0, from) + piece + mutated.slice(from);
            if (kind === 'line') mutated = lines.toSpliced(line, 1).join('\n');
            if (kind === 'lines')
              mutated = lines.toSpliced(Math.floor(to * lines.length), 0, lines[line] ?? '').join('\n');
            if (kind === 'indent') mutated = lines.with(line % lines.length, ` ${lines[line] ?? ''}`).join('\n');
          }
          judgeEntry(mutated, path);
        },
      ),
      { numRuns: 2 * RUNS },
    );
  });

  test('and whatever its path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 5 }), (parts) => {
        const found = judgeEntry('name: Acme', parts.join('/'));
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('whatever is in the folder', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
    for (const { path, content } of ACME) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const judgeFolder = (): readonly string[] => judge(readData(folder)).map(summarize);

  test('the project alone has no finding', () => {
    expect(judgeFolder()).toEqual([]);
    expect(readData(folder).map(({ path }) => path)).toEqual([ENVIRONMENT_PATH, MATRIX_PATH, PROVIDER_PATH]);
  });

  test('a folder where a file belongs', () => {
    mkdirSync(join(folder, 'environments/metal/folder.yaml'), { recursive: true });
    expect(judgeFolder()).toEqual(['environments/metal/folder.yaml:1:1 unreadable-file']);
  });

  test('folders without end', () => {
    mkdirSync(join(folder, `environments/${'a/'.repeat(200)}`), { recursive: true });
    expect(judgeFolder()).toEqual([expect.stringMatching(/^environments\/a\/a\/.*:1:1 file-name$/)]);
  });

  test('symbolic links are not followed: to a file, to a folder, to itself, to nothing, out of the folder', () => {
    symlinkSync(join(folder, ENVIRONMENT_PATH), join(folder, 'environments/cloud/file.yaml'));
    symlinkSync('/etc', join(folder, 'environments/metal'));
    symlinkSync('loop.yaml', join(folder, 'providers/loop.yaml'));
    symlinkSync('/nowhere', join(folder, 'providers/nothing.yaml'));
    symlinkSync('/etc/passwd', join(folder, 'watch.yaml'));
    expect(judgeFolder()).toEqual([
      'environments/cloud/file.yaml:1:1 symbolic-link',
      'environments/metal:1:1 symbolic-link',
      'providers/loop.yaml:1:1 symbolic-link',
      'providers/nothing.yaml:1:1 symbolic-link',
      'watch.yaml:1:1 symbolic-link',
    ]);
  });

  test('a pipe, which would never end to be read', () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'providers/pipe.yaml')]);
    expect(judgeFolder()).toEqual(['providers/pipe.yaml:1:1 unreadable-file']);
  });

  test('a file too large to be opened', () => {
    writeFileSync(join(folder, 'providers/large.yaml'), Buffer.alloc(5_000_000, '['));
    expect(readData(folder).find(({ path }) => path === 'providers/large.yaml')?.content).toEqual({
      kind: 'too-large',
      bytes: 5_000_000,
    });
    expect(judgeFolder()).toEqual(['providers/large.yaml:1:1 file-too-large']);
  });

  test('names that would break a line or colour a terminal', () => {
    writeFileSync(join(folder, 'providers/a\n::error::b.yaml'), 'name: Acme');
    writeFileSync(join(folder, 'providers/\u001b[31mred\u202e.yaml'), 'name: Acme');
    writeFileSync(join(folder, 'providers/\u001b.yml'), 'name: Acme');
    const found = judge(readData(folder));
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['file-name', 'file-name', 'file-name']);
    for (const item of found)
      expect(JSON.stringify([item.file, item.reason, item.note])).not.toMatch(/[^\P{C}\n]|\\n/u);
    expect(formatText(found, new Map())).not.toMatch(/[^\P{C}\n]/u);
  });

  test('a name that is no text', () => {
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'providers/')), Buffer.from([0xff, 0xfe]), Buffer.from('.yaml')]),
      'name: Acme',
    );
    expect(judgeFolder()).toEqual([expect.stringMatching(/^providers\/.*:1:1 file-name$/)]);
  });

  test('hidden files are no data', () => {
    writeFileSync(join(folder, 'environments/cloud/.acme.yaml.swp'), '\0');
    mkdirSync(join(folder, '.git'));
    expect(judgeFolder()).toEqual([]);
  });

  test('a file that may not be read', () => {
    const path = join(folder, PROVIDER_PATH);
    chmodSync(path, 0);
    // Permissions do not bind the superuser: then what reading would give stands in for it.
    const files = readData(folder);
    const denied =
      process.getuid?.() === 0 ? withEntry({ kind: 'unreadable', reason: 'permission denied' }, PROVIDER_PATH) : files;
    const found = judge(denied);
    expect(found.map(summarize)).toEqual([`${PROVIDER_PATH}:1:1 unreadable-file`]);
    expect(found[0]!.reason).toContain('permission denied');
  });

  test('a folder that is not there cannot be read', () => {
    expect(() => readData(join(folder, 'nowhere'))).toThrow('ENOENT');
    expect(() => readData(join(folder, MATRIX_PATH))).toThrow('ENOTDIR');
  });

  test('more files than may be open at once', () => {
    for (let index = 0; index < 3000; index += 1)
      writeFileSync(join(folder, `environments/cloud/e${index}.yaml`), ENVIRONMENT.replace('Acme Cloud', `E ${index}`));
    expect(judgeFolder()).toEqual([]);
  });
});
