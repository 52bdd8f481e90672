import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { adopt, type AdoptOptions, type AdoptResult } from '../../src/commands/adopt.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { ACME, ENVIRONMENT, ENVIRONMENT_PATH, PROVIDER, PROVIDER_PATH } from '../support/acme-data.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/adopt.ts', import.meta.url));

const RETIRED = `name: Old Metal
aliases: [acme-metal]
level: unknown
lifecycle: retired
since: 2026-06-30
reason: Closed.
replacedBy: acme
maintainers: []
history:
  - { on: 2026-06-30, level: unknown, reason: Closed. }
`;

/** The valid project, its provider known by a name that the environment has too, and one entry that is retired. */
const FILES = [
  ...ACME.filter(({ path }) => path !== PROVIDER_PATH),
  { path: PROVIDER_PATH, content: PROVIDER.replace('role:', 'aliases: [Acme Cloud, acme-api, broken]\nrole:') },
  { path: 'environments/metal/old.yaml', content: RETIRED },
  { path: 'environments/metal/broken.yaml', content: 'name: [' },
];

function call(entry: string, handle: string, more: Partial<AdoptOptions> = {}): AdoptResult {
  return adopt(FILES, { root: 'data', entry, handle, ...more });
}

test('adds the maintainer, and changes nothing else', () => {
  expect(call('acme', '@hubot')).toMatchObject({
    files: [{ path: ENVIRONMENT_PATH, text: ENVIRONMENT.replace('"@octocat"', '"@octocat", "@hubot"') }],
    output: `data/${ENVIRONMENT_PATH}`,
    exitCode: 0,
  });
});

test('a file with carriage returns keeps them', () => {
  const content = ENVIRONMENT.replaceAll('\n', '\r\n');
  const files = [...FILES.filter(({ path }) => path !== ENVIRONMENT_PATH), { path: ENVIRONMENT_PATH, content }];
  const { files: written } = adopt(files, { root: 'data', entry: 'acme', handle: '@hubot' });
  expect(written[0]!.text).toBe(content.replace('"@octocat"', '"@octocat", "@hubot"'));
});

test.each([
  ['an id in capitals', 'ACME', ENVIRONMENT_PATH],
  ['the id of a provider that has no list yet', 'capx', PROVIDER_PATH],
  ['an acronym', 'CapX', PROVIDER_PATH],
  ['an alias, or a former id', 'acme-api', PROVIDER_PATH],
])('%s leads to the entry', (_, entry, path) => {
  expect(call(entry, '@hubot').files.map((file) => file.path)).toEqual([path]);
});

test('a name that one of each kind has needs the kind', () => {
  expect(() => call('Acme Cloud', '@hubot')).toThrow(/environment acme.*provider capx/);
  expect(call('Acme Cloud', '@hubot', { kind: 'provider' }).files[0]!.path).toBe(PROVIDER_PATH);
});

test('what an entry looks for stays, and is pointed out', () => {
  const files = FILES.map((file) =>
    file.path === ENVIRONMENT_PATH
      ? { ...file, content: ENVIRONMENT.replace('evidence:', 'seeking: help\nevidence:') }
      : file,
  );
  const result = adopt(files, { root: 'data', entry: 'acme', handle: '@hubot' });
  expect(result.files[0]!.text).toContain('seeking: help');
  expect(result.message).toContain('seeking: help');
});

describe('is refused', () => {
  test.each([
    ['twice', 'acme', '@octocat', /already/],
    ['twice with other capitals', 'acme', '@OctoCat', /already/],
    ['for a retired entry, which names its replacement', 'old', '@hubot', /retired.*`acme`/],
    ['for a former id of a retired entry', 'acme-metal', '@hubot', /retired/],
  ])('%s', (_, entry, handle, message) => {
    expect(call(entry, handle)).toMatchObject({
      files: [],
      output: '',
      message: expect.stringMatching(message) as string,
      exitCode: 1,
    });
  });

  test('for more maintainers than an entry may have', () => {
    const list = Array.from({ length: 20 }, (_, index) => `"@user${index}"`).join(', ');
    const files = FILES.map((file) =>
      file.path === ENVIRONMENT_PATH ? { ...file, content: ENVIRONMENT.replace('"@octocat"', list) } : file,
    );
    expect(adopt(files, { root: 'data', entry: 'acme', handle: '@hubot' })).toMatchObject({ files: [], exitCode: 1 });
  });

  test.each([
    ['an unknown id', 'acmee', '@hubot', /Did you mean `acme`/],
    ['nothing near', 'somewhere', '@hubot', /names of the files/],
    ['a path', '../../etc/passwd', '@hubot', /No environment or provider/],
    ['an entry with mistakes, although another goes by its name', 'Broken', '@hubot', /npm run validate/],
    ['a handle without @', 'acme', 'hubot', /Did you mean @hubot\?/],
    ['the address of a profile', 'acme', 'https://github.com/hubot', /Did you mean @hubot\?/],
    ['a crowd', 'acme', '@everyone', /not a GitHub handle/],
    ['a bot', 'acme', '@dependabot[bot]', /not a GitHub handle/],
    ['a line break', 'acme', '@hubot\n- "@everyone"', /not a GitHub handle/],
  ])('%s', (_, entry, handle, message) => {
    expect(() => call(entry, handle)).toThrow(UsageError);
    expect(() => call(entry, handle)).toThrow(message);
  });
});

test('as a process: the file is written in place; without an ID or a handle both are asked for at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-'));
  writeNewFiles(folder, ACME);
  const run = (...words: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [SCRIPT, ...words], {
      cwd: folder,
      env: { ...process.env, MATRIX_DATA: '.' },
      encoding: 'utf8',
    });
  expect(run()).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/an ID and --as @handle[^]*npm run adopt/) as string,
  });
  expect(run('Acme', 'Cloud', '--as', '@hubot')).toMatchObject({ status: 0, stdout: `./${ENVIRONMENT_PATH}\n` });
  expect(readFileSync(join(folder, ENVIRONMENT_PATH), 'utf8')).toContain('["@octocat", "@hubot"]');
  rmSync(folder, { recursive: true });
});
