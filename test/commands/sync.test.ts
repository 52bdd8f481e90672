import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConnection } from '../../src/commands/read-connection.ts';
import { sync, type SyncOptions } from '../../src/commands/sync.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import type { Asking, Answer } from '../../src/github/github.ts';
import type { Question } from '../../src/github/question.ts';
import { ACME, AS_OF, ENVIRONMENT_PATH, MATRIX_PATH, ROOT } from '../support/acme-data.ts';
import { fakeGithub, goodAnswer } from '../support/github-fake.ts';

const SHOWN = `${ROOT}/${SNAPSHOT_PATH}`;
const GONE: Answer = { state: 'gone', reason: 'Not there.' };

interface World {
  readonly answer?: (question: Question) => Answer;
  readonly asking?: Partial<Asking>;
  readonly write?: (text: string) => Promise<void>;
}

/** Runs the command over a data folder; `written` is the folder after it. */
async function run(files: readonly DataFile[], options: Partial<SyncOptions> = {}, world: World = {}) {
  const github = fakeGithub(world.answer ?? goodAnswer, world.asking);
  let written: string | undefined;
  const write = (text: string): Promise<void> => {
    written = text;
    return Promise.resolve();
  };
  const result = await sync(files, { root: ROOT, asOf: AS_OF, ...options }, { github, write: world.write ?? write });
  return { ...result, asked: github.asked, written, files: withSnapshot(files, written) };
}

function withSnapshot(files: readonly DataFile[], text: string | undefined): readonly DataFile[] {
  if (text === undefined) return files;
  return [...files.filter(({ path }) => path !== SNAPSHOT_PATH), { path: SNAPSHOT_PATH, content: text }];
}

const replaced = (path: string, content: string): readonly DataFile[] =>
  ACME.map((file) => (file.path === path ? { path, content } : file));

test('the snapshot is written, and a second time only where it is another', async () => {
  const first = await run(ACME);
  expect(first).toMatchObject({
    exitCode: 0,
    output: '',
    message: expect.stringContaining(`${SHOWN} written.`) as string,
  });
  expect(JSON.parse(first.written!)).toMatchObject({ collected: AS_OF, handles: { '@octocat': { state: 'fresh' } } });
  const second = await run(first.files, { all: true });
  expect(second).toMatchObject({ exitCode: 0, written: undefined, asked: first.asked });
  expect(second.message).toContain(`${SHOWN} stays as it was.`);
});

describe('drift fails nothing but a check', () => {
  const answer = (question: Question): Answer => (question.kind === 'path' ? GONE : goodAnswer(question));

  test.each([
    [0, 'drift, and no check', { check: false }, answer, ''],
    [1, 'drift', { check: true }, answer, 'evidence-gone'],
    [0, 'no drift', { check: true }, goodAnswer, ''],
  ])('%d: %s', async (exitCode, _, options, world, output) => {
    const result = await run(ACME, options, { answer: world });
    expect(result).toMatchObject({ exitCode, written: expect.any(String) as string });
    expect(result.output).toContain(output);
    expect(result.output === '').toBe(output === '');
  });
});

describe('more that is newly gone than should be', () => {
  const answer = (): Answer => GONE;

  test('stops the run', async () => {
    const result = await run(ACME, { check: true }, { answer });
    expect(result).toMatchObject({ exitCode: 2, output: '', written: undefined });
    expect(result.message).toContain('acme/cloud path tests/acme.sh');
  });

  test('is written where it is accepted', async () => {
    expect(await run(ACME, { acceptGone: true }, { answer })).toMatchObject({
      exitCode: 0,
      written: expect.stringContaining('"gone"') as string,
    });
  });
});

test('what an entry with mistakes refers to is not dropped', async () => {
  const first = await run(ACME);
  const broken = withSnapshot(replaced(ENVIRONMENT_PATH, 'level: ['), first.written);
  const second = await run(broken, { all: true });
  expect(second).toMatchObject({ written: undefined, asked: ['acme/cluster-api-provider-acme'] });
  expect(second.message).toContain('npm run validate');
});

describe('could not run, with nothing written', () => {
  const noAnswer = { answer: (): Answer => ({ state: 'stale', reason: 'Broken.' }) };

  test.each<[string, readonly DataFile[], World, string]>([
    ['the token is refused', ACME, { asking: { refusal: 'No token of ours.' } }, 'No token of ours.'],
    ['GitHub answers nothing', ACME, { ...noAnswer, asking: { answered: 0 } }, 'Broken.'],
    ['there is no matrix', replaced(MATRIX_PATH, 'no: [entry'), {}, 'data/matrix.yaml'],
    ['the snapshot is broken', withSnapshot(ACME, '{'), {}, SHOWN],
    ['the disk is full', ACME, { write: () => Promise.reject(new Error('ENOSPC')) }, 'ENOSPC'],
  ])('%s', async (_, files, world, reason) => {
    const result = run(files, {}, world);
    await expect(result).rejects.toThrow(UsageError);
    await expect(result).rejects.toThrow(reason);
  });
});

describe('where GitHub is', () => {
  const PUBLIC = { apiUrl: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql' };
  const OWN = { apiUrl: 'https://git.example.org/api/v3', graphqlUrl: 'https://git.example.org/api/graphql' };

  test.each([
    ['the public one', {}, PUBLIC],
    ['the public one, where variables are empty', { GITHUB_API_URL: '', GITHUB_GRAPHQL_URL: '' }, PUBLIC],
    ['as Actions say', { GITHUB_API_URL: OWN.apiUrl, GITHUB_GRAPHQL_URL: OWN.graphqlUrl }, OWN],
    ['an Enterprise, by one of its addresses', { GITHUB_API_URL: `${OWN.apiUrl}/` }, OWN],
    [
      'in two places',
      { GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/q' },
      { ...PUBLIC, graphqlUrl: 'http://127.0.0.1:1/q' },
    ],
  ])('%s', (_, environment, addresses) => {
    expect(readConnection({ GITHUB_TOKEN: ' t\n', ...environment })).toEqual({ token: 't', ...addresses });
  });

  test.each([
    ['no token', {}, 'GITHUB_TOKEN'],
    ['an empty token', { GITHUB_TOKEN: ' ' }, 'GITHUB_TOKEN'],
    ['no address', { GITHUB_TOKEN: 't', GITHUB_API_URL: 'api.github.com' }, 'GITHUB_API_URL'],
    ['an address of a file', { GITHUB_TOKEN: 't', GITHUB_GRAPHQL_URL: 'file:///etc/passwd' }, 'GITHUB_GRAPHQL_URL'],
  ])('is not known: %s', (_, environment, reason) => {
    expect(() => readConnection(environment)).toThrow(UsageError);
    expect(() => readConnection(environment)).toThrow(reason);
  });
});

describe('as a process', () => {
  const SCRIPT = fileURLToPath(new URL('../../scripts/sync.ts', import.meta.url));
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sync-'));
    for (const { path, content } of ACME) {
      mkdirSync(dirname(join(folder, ROOT, path)), { recursive: true });
      writeFileSync(join(folder, ROOT, path), content);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('without a token it says how to get one, in one sentence', () => {
    const env = { ...process.env, GITHUB_TOKEN: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], { cwd: folder, env, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^GITHUB_TOKEN .*https:.*\n$/);
    expect(existsSync(join(folder, SHOWN))).toBe(false);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %d, and nothing is written', async (signal, exitCode) => {
    const server = createServer(() => child.kill(signal));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const env = { ...process.env, GITHUB_TOKEN: 't', GITHUB_API_URL: `http://127.0.0.1:${port}` };
    const child = spawn(process.execPath, [SCRIPT], { cwd: folder, env });
    let message = '';
    child.stderr.on('data', (text: Buffer) => (message += text.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    server.closeAllConnections();
    server.close();
    expect(code).toBe(exitCode);
    expect(message).toContain('nothing was written');
    expect(existsSync(join(folder, SHOWN))).toBe(false);
  });
});
