import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showReview } from '../../src/commands/review.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, MATRIX, MATRIX_PATH } from '../support/acme-data.ts';
import { makeRepository, type TestRepository } from '../support/git-repository.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SETUP = new URL('../../scripts/support/setup.mjs', import.meta.url).href;

let repository: TestRepository;
let scratch = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'review-'));
  repository = makeRepository();
  repository.commit('main', Object.fromEntries(ACME.map(({ path, content }) => [`data/${path}`, content])));
  repository.commit(
    'pull',
    { [`data/${ENVIRONMENT_PATH}`]: ENVIRONMENT.replace('"@octocat"', '"@octocat", "@hubot"') },
    { from: 'main' },
  );
});

afterAll(() => {
  repository.remove();
  rmSync(scratch, { recursive: true });
});

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly message: string;
}

/** Runs the command as a process in a repository. */
function run(cwd: string, ...options: readonly string[]): Outcome {
  // As the package runs it: the cache of compiled code halves the time of each run.
  const call = ['--import', SETUP, join(PROJECT, 'scripts/review.ts'), ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd, encoding: 'utf8' });
  return { code: status, output: stdout, message: stderr };
}

const CALL = ['--base', 'main', '--head', 'pull', '--as-of', AS_OF];

test('as a process it says what an error is, and ends with 1', () => {
  const { code, output, message } = run(repository.folder, ...CALL, '--author', 'octocat');
  expect({ code, message }).toEqual({ code: 1, message: '1 error\n' });
  expect(output).toMatch(/^1 adopted · 1 error\n {2}Acme Cloud: adopted by `@hubot`\n/);
  expect(output).toMatch(
    /^data\/environments\/cloud\/acme\.yaml:4:27 error .* maintainer-consent\n {2}4 \| maintainers/m,
  );
});

test('what is not committed is not judged, which it says unless a revision was named', () => {
  const clone = join(scratch, 'clone');
  repository.git(['clone', '--quiet', '--branch', 'pull', repository.folder, clone]);
  const call = (...options: readonly string[]): string =>
    run(clone, '--base', 'origin/main', '--as-of', AS_OF, ...options).message;
  expect(call()).not.toContain('committed');
  writeFileSync(join(clone, 'data/environments/new.yaml'), 'name: New\n');
  expect(call()).toMatch(/^What is not committed in data is not in it: commit first\.$/m);
  expect(call('--head', 'HEAD')).not.toContain('committed');
});

test('what GitHub tells of the pull request is read from a file, and its JSON makes the comment elsewhere', () => {
  const event = join(scratch, 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { user: { login: 'hubot' } } }));
  const { code, output } = run(repository.folder, ...CALL, '--event', event, '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    headline: '1 adopted · no problems',
    base: repository.git(['rev-parse', 'main']).trim(),
  });
  const file = join(scratch, 'review.json');
  writeFileSync(file, output);
  const data = join(scratch, 'data');
  mkdirSync(data);
  writeFileSync(join(data, MATRIX_PATH), MATRIX);
  const comment = run(repository.folder, '--from', file, '--data', data);
  expect({ code: comment.code, message: comment.message }).toEqual({ code: 0, message: '' });
  expect(comment.output).toMatch(/^<!-- interop-matrix-review -->\n### 1 adopted · no problems\n/);
});

test.each([
  ['no base', [], '--base'],
  ['a base that is not there', ['--base', 'nowhere'], '“nowhere”'],
  ['an event that is none', [...CALL, '--event', fileURLToPath(import.meta.url)], 'is not an event'],
])('it cannot run with %s', (_, options, reason) => {
  const { code, output, message } = run(repository.folder, ...options);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(message).toContain(reason);
  expect(message).not.toMatch(/^ +at /m);
});

test('--help names every option', () => {
  const { code, output } = run(repository.folder, '--help');
  expect(code).toBe(0);
  for (const word of [
    '--base',
    '--head',
    '--format',
    '--author',
    '--event',
    '--data',
    '--as-of',
    '--from',
    'Exit code',
  ])
    expect(output).toContain(word);
});

test.each([
  ['no JSON', '<html>'],
  ['another document', '{"version":1}'],
  [
    'a commit that is an address',
    JSON.stringify({ version: 1, base: 'a'.repeat(40), head: '../../../evil/x/blob/main' }),
  ],
])('%s is refused as a review', (_, text) => {
  expect(() =>
    showReview(
      text,
      ACME.filter(({ path }) => path === MATRIX_PATH),
      'data',
    ),
  ).toThrow('This is not a review');
});
