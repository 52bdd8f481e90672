import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { askNew } from '../../scripts/support/ask-new.ts';
import type { NewValues } from '../../src/commands/build-entry.ts';
import { fieldsOf, newEntry, type NewOptions, type NewResult } from '../../src/commands/new.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { ACME, AS_OF, judge } from '../support/acme-data.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/new.ts', import.meta.url));

const NEEDED: NewValues = { name: 'New Cloud', category: 'cloud' };
const PROVIDER: NewValues = {
  name: 'Provider New',
  acronym: 'CAPNEW',
  role: 'infrastructure',
  repository: 'acme/provider-new',
};

function make(values: NewValues, more: Partial<NewOptions> = {}): NewResult {
  return newEntry(ACME, {
    root: 'data',
    kind: 'environment',
    id: 'new',
    values,
    asOf: AS_OF,
    hasHints: false,
    ...more,
  });
}

/** The text of a new file, which must bring nothing but notes, and be in house style. */
function textOf(values: NewValues, more: Partial<NewOptions> = {}): string {
  const { files, exitCode, output } = make(values, more);
  expect(exitCode, output).toBe(0);
  const [{ path, text }] = files as [NewResult['files'][0]];
  const found = judge([...ACME, { path, content: text }]);
  expect(found.filter(({ severity, ruleId }) => severity !== 'note' || ruleId === 'format')).toEqual([]);
  return text;
}

test('an environment of which little is known', () => {
  expect(textOf(NEEDED)).toBe(`name: New Cloud
level: unknown
maintainers: []

history:
  - { on: 2026-11-22, level: unknown, reason: First listed. }
`);
});

test('an environment of which much is known', () => {
  const values = {
    ...NEEDED,
    vendor: 'New',
    homepage: 'https://new.example.org/',
    aliases: 'NC, new: one',
    architectures: 'amd64,arm64',
    maintainers: '@octocat,@acme/team',
    documentation: 'https://docs.example.org/new',
    evidence: 'https://github.com/acme/linux/blob/0123456789abcdef/tests/new.sh#L3',
    'evidence-kind': 'ci',
    'evidence-summary': 'Every night.',
    release: '4593.2.5',
    reason: 'Asked for: often.',
    source: 'https://github.com/acme/linux/issues/1',
  };
  expect(textOf(values)).toBe(`name: New Cloud
vendor: New
homepage: https://new.example.org/
aliases: [NC, "new: one"]
level: works
architectures: { amd64: works, arm64: works }
maintainers: ["@octocat", "@acme/team"]
documentation: https://docs.example.org/new

evidence:
  - kind: ci
    summary: Every night.
    repository: acme/linux
    path: tests/new.sh
    seen: { on: 2026-11-22, at: 0123456789abcdef, release: 4593.2.5 }

history:
  - { on: 2026-11-22, level: works, reason: "Asked for: often.", source: "https://github.com/acme/linux/issues/1" }
`);
});

test('a provider', () => {
  expect(textOf({ ...PROVIDER, environments: 'acme' }, { kind: 'provider' })).toBe(`name: Provider New
acronym: CAPNEW
role: infrastructure
repository: acme/provider-new
maintainers: []
environments: [acme]

stages:
  image: { status: unknown }
  test: { status: unknown }
`);
});

test('comments say what else could stand there, each above the key that it would precede', () => {
  const text = textOf({ ...NEEDED, vendor: 'New' }, { hasHints: true });
  expect(text).toMatch(/^vendor: New\n# homepage: .+\.\nlevel: unknown\n/m);
  expect(text).toMatch(/^# evidence: .+\n# caveats: .+\n# notes: .+\nhistory:\n/m);
  expect(textOf(PROVIDER, { kind: 'provider', hasHints: true })).toMatch(
    /\n\n# caveats: .+\n# notes: .+\n# history: .+\n$/,
  );
});

test.each([
  ['without evidence', {}, 'unknown'],
  ['with a test', { evidence: 'acme/linux#1', 'evidence-kind': 'ci' }, 'works'],
  ['with a page', { evidence: 'https://docs.example.org', 'evidence-kind': 'documentation' }, 'works'],
  [
    'with a page and a caveat',
    { evidence: 'https://a.example.org', 'evidence-kind': 'report', caveat: 'No disks.' },
    'limited',
  ],
  ['with a caveat alone', { caveat: 'No disks.' }, 'unknown'],
  ['that is claimed', { evidence: 'acme/linux#1', 'evidence-kind': 'ci', level: 'tested' }, 'tested'],
])('the level %s', (_, values, level) => {
  expect(textOf({ ...NEEDED, ...values })).toContain(`\nlevel: ${level}\n`);
});

test.each<[string, object]>([
  ['acme/linux#1', { issue: 'acme/linux#1' }],
  ['https://github.com/acme/linux/issues/12#issuecomment-1', { issue: 'acme/linux#12' }],
  ['https://github.com/acme/linux/pull/12/files', { issue: 'acme/linux#12' }],
  ['https://github.com/acme/linux/blob/main/a/b.sh?plain=1#L2', { repository: 'acme/linux', path: 'a/b.sh' }],
  ['https://github.com/acme/linux/tree/main/a/', { repository: 'acme/linux', path: 'a' }],
  ['https://github.com/acme/linux/tree/main', { url: 'https://github.com/acme/linux/tree/main' }],
  ['https://github.com/acme/linux/blob/main/%E0%A4%A', { url: 'https://github.com/acme/linux/blob/main/%E0%A4%A' }],
  ['https://github.com/acme/linux/actions/workflows/e2e.yml', { repository: 'acme/linux', workflow: 'e2e.yml' }],
  ['https://gitlab.com/acme/linux/-/issues/1', { url: 'https://gitlab.com/acme/linux/-/issues/1' }],
])('the place %s', (evidence, place) => {
  const { value } = parseYaml('', textOf({ ...NEEDED, evidence, 'evidence-kind': 'report' }));
  expect((value as { evidence: readonly object[] }).evidence).toEqual([
    { kind: 'report', ...place, seen: { on: AS_OF } },
  ]);
});

describe('is not written', () => {
  test.each<[string, NewValues, Partial<NewOptions>, RegExp]>([
    ['under an id that is taken', NEEDED, { id: 'acme' }, /Acme Cloud already: data\/environments\/cloud\/acme\.yaml/],
    ['under a name that is taken', { ...NEEDED, name: 'acme cloud' }, {}, /Acme Cloud already/],
    ['under an alias that is taken', { ...NEEDED, aliases: 'x,ACME' }, {}, /Acme Cloud already/],
    ['under an acronym that is taken', { ...PROVIDER, acronym: 'capx' }, { kind: 'provider' }, /Acme already/],
    ['above its evidence', { ...NEEDED, level: 'works' }, {}, /1 error\. What is missing goes into --evidence\.$/],
    [
      'without a maintainer where the level needs one',
      { ...NEEDED, level: 'full', evidence: 'acme/linux#1', 'evidence-kind': 'ci' },
      {},
      /goes into --maintainers\.$/,
    ],
    [
      'without the caveat that the level is about',
      { ...NEEDED, level: 'limited', evidence: 'acme/linux#1', 'evidence-kind': 'report' },
      {},
      /goes into --caveat\.$/,
    ],
    [
      'with a caveat where the level forbids any',
      {
        ...NEEDED,
        level: 'full',
        maintainers: '@octocat',
        evidence: 'acme/linux#1',
        'evidence-kind': 'ci',
        caveat: 'No disks.',
      },
      {},
      /would have 1 error(?:, \d+ \w+)*\.$/,
    ],
    ['as unsupported without saying why', { ...NEEDED, level: 'unsupported' }, {}, /goes into --caveat\.$/],
    [
      'with four mistakes, all of which are told',
      { ...NEEDED, homepage: 'http://a.b', maintainers: '@all', name: 'TBD', documentation: 'x' },
      {},
      /4 errors/,
    ],
  ])('%s', (_, values, more, message) => {
    expect(make(values, more)).toMatchObject({
      files: [],
      message: expect.stringMatching(message) as string,
      exitCode: 1,
    });
  });

  test.each<[string, NewValues, Partial<NewOptions>, RegExp]>([
    [
      'without all that is needed, which is told at once',
      {},
      { id: '' },
      /an ID, --name, --category[^]*npm run new -- environment example-cloud --name "Example Cloud" --category cloud/,
    ],
    ['for evidence without a kind', { ...NEEDED, evidence: 'acme/linux#1' }, {}, /--evidence-kind/],
    ['for evidence without a place', { ...NEEDED, release: '1.2.3' }, {}, /--evidence, --evidence-kind/],
    [
      'in an unknown category',
      { ...NEEDED, category: 'clouds' },
      {},
      /cloud, metal, not “clouds”\. Did you mean cloud\?/,
    ],
    ['with an unknown architecture', { ...NEEDED, architectures: 'amd64,amd46' }, {}, /Did you mean amd64\?/],
    ['with an unknown level', { ...NEEDED, level: 'Tested' }, {}, /Did you mean tested\?/],
    ['under a path', NEEDED, { id: '../../etc/passwd' }, /`etc-passwd`/],
    ['under an id in capitals', NEEDED, { id: 'New' }, /`new`/],
  ])('%s', (_, values, more, message) => {
    expect(() => make(values, more)).toThrow(UsageError);
    expect(() => make(values, more)).toThrow(message);
  });
});

test.each([
  'a: b',
  '# a',
  '- a',
  '? a',
  '[a]',
  '{ a: b }',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '"a"',
  "it's",
  'C:\\a',
  '1.5',
  'null',
  'true',
  '~',
  '--- a',
  'a #b',
  'a, b',
  '<script>alert(1)</script>',
  '${{ secrets.A }}',
  '$(rm -rf /)',
  'ünïcödé 日本',
  '🐧',
  "'\"\\'",
])('a name is text, whatever it looks like: %s', (name) => {
  const { value } = parseYaml('', textOf({ ...NEEDED, name, reason: name }));
  expect(value).toMatchObject({ name, history: [{ reason: name }] });
});

test.each([
  'a\nlevel: full',
  'a\r\nb',
  '\u202eabc',
  'a\u0000b',
  '\ufeffa',
  'x'.repeat(81),
  '   ',
  'x'.repeat(1_000_000),
])('a name that is none makes no file: %j', (name) =>
  expect(make({ ...NEEDED, name })).toMatchObject({ files: [], exitCode: 1 }),
);

describe('as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-'));
  writeNewFiles(folder, ACME);
  const run = (...words: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [SCRIPT, ...words, '--data', '.'], { cwd: folder, encoding: 'utf8' });

  test('the file is written, in a folder that is new as well, and never over another', () => {
    const words = ['environment', 'new', '--category', 'metal', '--name', 'New', '--as-of', AS_OF];
    expect(run(...words)).toMatchObject({ status: 0, stdout: './environments/metal/new.yaml\n' });
    const path = join(folder, 'environments/metal/new.yaml');
    expect(readFileSync(path, 'utf8')).toContain('name: New\n');
    writeFileSync(path, 'name: [');
    expect(run(...words)).toMatchObject({ status: 1, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe('name: [');
  });

  test.each([
    ['an option of the other kind', ['--role', 'infrastructure'], /^--role says nothing of an environment\./],
    ['a name without its quotes', ['Cloud'], /^“Cloud” is too much: .* quotes/],
    ['an option that is none', ['--foo'], /^Unknown option '--foo'\.\n/],
  ])('%s is told, and nothing is written', (_, words, message) => {
    const { status, stdout, stderr } = run('environment', 'next', '--category', 'metal', '--name', 'Next', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, 'environments/metal/next.yaml'))).toBe(false);
  });

  afterAll(() => rmSync(folder, { recursive: true }));
});

test('asks for what is missing, and for no more than that where a call says much', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const fields = fieldsOf(ACME, 'data', 'environment');
  const given = { vendor: 'V', homepage: 'https://v.example.org', maintainers: '@octocat', architectures: 'amd64' };
  const asked = askNew({ kind: 'environment', id: '', values: given }, fields, { input, output });
  // Name, category, evidence, its kind, and the id that the name makes.
  for (const keys of ['New Place\r', '\u001b[B\r', 'acme/linux#1\r', '\r', '\r']) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    input.write(keys);
  }
  expect(await asked).toEqual({
    kind: 'environment',
    id: 'new-place',
    values: { ...given, name: 'New Place', category: 'metal', evidence: 'acme/linux#1', 'evidence-kind': 'ci' },
  });
});
