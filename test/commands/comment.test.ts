import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { comment } from '../../src/commands/comment.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { connectPullRequests } from '../../src/github/pull-requests.ts';
import { parseWorkflowRun } from '../../src/github/workflow-run.ts';
import { readSmallFile } from '../../src/io/read-small-file.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { REVIEW_MARKER } from '../../src/markdown/format-review.ts';
import type { Review } from '../../src/model/review.ts';
import { ACME, ROOT } from '../support/acme-data.ts';
import type { Fault } from '../support/github-faults.ts';
import { type GithubServer, startGithub, TOKEN } from '../support/github-server.ts';
import type { Comment, Pull, World } from '../support/github-world.ts';
import { findLive } from '../support/live-markdown.ts';

const BOT = 'github-actions[bot]';
const HEAD = { owner: 'stranger', branch: 'adopt/#1 & more', sha: 'a'.repeat(40) };
const OTHER_SHA = 'b'.repeat(40);

const REVIEW: Review = {
  version: 1,
  base: OTHER_SHA,
  head: 'c'.repeat(40),
  asOf: '2026-11-20',
  passes: true,
  headline: 'Acme Cloud is adopted.',
  changes: [],
  tables: [],
  consequences: [],
  problems: { new: [], before: [] },
  next: [],
  outside: [],
  remarks: [],
};

/** A GitHub with these open pull requests. */
const worldOf = (...pulls: readonly Pull[]): World => ({
  accounts: [],
  repositories: [{ name: 'acme/matrix', pulls }],
});
const pullAt = (head: Partial<Pull['head']>, number = 12, comments: Comment[] = []): Pull => ({
  number,
  head: { ...HEAD, ...head },
  comments,
});

let github: GithubServer;
let folder = '';
beforeAll(async () => {
  github = await startGithub(worldOf());
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comment-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(github.wrong).toEqual([]);
});
afterAll(() => github.close());

/** Runs the command on a review, or on a text that is to be one. */
async function write(review: Review | string, head = HEAD): ReturnType<typeof comment> {
  const text = typeof review === 'string' ? review : JSON.stringify(review);
  const options = { token: TOKEN, apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl, second: 0.01 };
  const pulls = connectPullRequests(options, 'acme/matrix');
  return await comment({ review: text, head, files: ACME, root: ROOT }, pulls);
}

const requests = (): readonly string[] =>
  github.requests.map(({ method, path }) => `${method} ${path.replace(/[?&](?:per_page|page)=\d+/g, '')}`);
const LIST = `GET /repos/acme/matrix/pulls?state=open&head=${encodeURIComponent(`${HEAD.owner}:${HEAD.branch}`)}`;
const COMMENTS = 'GET /repos/acme/matrix/issues/12/comments';

describe('the comment on a pull request', () => {
  const own = (body: string, id = 7): Comment => ({ id, login: BOT, body });

  test('is written once, edited from then on, and left alone where it says the same', async () => {
    const pull = pullAt({}, 12, [own('Built.'), { id: 8, login: 'octocat', body: 'Fine!' }]);
    github.restart(worldOf(pullAt({ owner: 'octocat' }, 11), pull, pullAt({ branch: 'main' }, 13)));
    const send = async (review: Review): Promise<readonly string[]> => {
      const before = github.requests.length;
      await write(review).catch((error: unknown) => expect(String(error)).toContain('GitHub failed (502).'));
      return requests().slice(before);
    };
    // Whose answer is lost is not sent again: it may have arrived.
    github.fault = ({ method }) => (method === 'POST' ? 'bad-gateway' : undefined);
    expect(await send(REVIEW)).toEqual([LIST, COMMENTS, 'POST /repos/acme/matrix/issues/12/comments']);
    expect(await send(REVIEW)).toEqual([LIST, COMMENTS]);
    expect(pull.comments.at(-1)!.body).toMatch(new RegExp(`^${REVIEW_MARKER}\n### Acme Cloud is adopted\\.\n`));
    const edited = { ...REVIEW, headline: 'Acme Cloud is raised.' };
    expect(await send(edited)).toEqual([LIST, COMMENTS, 'PATCH /repos/acme/matrix/issues/comments/9002']);
    expect(pull.comments.at(-1)!.body).toMatch(new RegExp(`^${REVIEW_MARKER}\n### Acme Cloud is raised\\.\n`));
    expect(pull.comments).toHaveLength(3);
    expect(github.world.repositories[0]!.pulls!.map(({ comments }) => comments.length)).toEqual([0, 3, 0]);
  });

  test('is found behind those of others, who may write its marker but not its author', async () => {
    const others = Array.from({ length: 150 }, (_, id) => ({ id, login: 'stranger', body: `${REVIEW_MARKER}\nMine.` }));
    const pull = pullAt({}, 12, [
      ...others,
      own(`Not at its beginning: ${REVIEW_MARKER}`, 200),
      own(REVIEW_MARKER, 201),
    ]);
    github.restart(worldOf(pull));
    await write(REVIEW);
    expect(requests().slice(1)).toEqual([COMMENTS, COMMENTS, 'PATCH /repos/acme/matrix/issues/comments/201']);
    expect(pull.comments.filter(({ body }) => body.includes('Acme Cloud')).map(({ id }) => id)).toEqual([201]);
  });

  test.each<[string, readonly Pull[]]>([
    ['was closed', []],
    ['has moved on', [pullAt({ sha: OTHER_SHA })]],
    ['is of another fork', [pullAt({ owner: 'octocat' })]],
    ['is not the only one', [pullAt({}, 12), pullAt({}, 13)]],
  ])('is not written where it %s', async (_, pulls) => {
    github.restart(worldOf(...pulls));
    expect(await write(REVIEW)).toMatchObject({ exitCode: 0, message: expect.stringContaining(HEAD.sha) as string });
    expect(requests()).toEqual([LIST]);
  });
});

describe('a file that anybody may have written', () => {
  const COMMAND = '\n::error file=x::y';
  const HOSTILE = `</details><script>x</script> <!-- a --> [x](https://evil.example.org) ![](//evil.example.org/x.png)
| @octocat @acme/team #1 GH-2 deadbeef1234 https://evil.example.org \`\`\` :tada: $x^2$ www.evil.example.org`;

  test('is read only where it is a small file of its own', () => {
    const path = join(folder, 'small');
    writeFileSync(path, '12345');
    symlinkSync('small', join(folder, 'link'));
    expect(readSmallFile(path, 5)).toBe('12345');
    expect(() => readSmallFile(path, 4)).toThrow('5 bytes');
    for (const name of ['link', 'nowhere', '.'])
      expect(() => readSmallFile(join(folder, name), 5)).toThrow('not a file');
  });

  test.each<[string, string]>([
    ['no JSON', `{${COMMAND}`],
    ['empty', ''],
    ['a list', '[]'],
    ['of a later form', JSON.stringify({ ...REVIEW, version: 2 })],
    ['with more than a review has', JSON.stringify({ ...REVIEW, [COMMAND]: REVIEW_MARKER.repeat(1000) })],
    ['without its parts', JSON.stringify({ ...REVIEW, problems: undefined })],
    ['with a commit that is none', JSON.stringify({ ...REVIEW, base: 'main' })],
    ['with too long a text', JSON.stringify({ ...REVIEW, headline: 'x'.repeat(2001) })],
  ])('is refused in one line, and nobody is asked: %s', async (_, text) => {
    github.restart(worldOf(pullAt({})));
    const refused = expect.objectContaining({ message: expect.stringMatching(/^.{1,400}$/) as string }) as Error;
    const result = write(text);
    await expect(result).rejects.toThrow(UsageError);
    await expect(result).rejects.toThrow(refused);
    expect(requests()).toEqual([]);
  });

  /** A review in which every text is this one, and every list has this many items. */
  function fill(text: string, count: number): Review {
    const list = <Item>(item: Item): Item[] => Array<Item>(count).fill(item);
    const subject = { kind: 'environment', id: 'x', name: text, file: text } as const;
    const problem = { rule: 'file-name', severity: 'error', file: text, start: { line: 1, column: 1 } } as const;
    const problems = list({ ...problem, reason: text, note: text, fix: text });
    const rows = list({ subject, before: [text], after: [`${text}!`] });
    return {
      ...REVIEW,
      headline: text,
      changes: list({ kind: 'adopted', subject, text }),
      tables: list({ title: text, columns: [text], rows }).slice(0, 10),
      consequences: list(text),
      problems: { new: problems, before: problems },
      next: list({ subject, level: text, missing: [text] }),
      outside: list(text),
      remarks: list(text).slice(0, 10),
    };
  }

  test.each<[string, Review]>([
    ['Markdown in every text', fill(HOSTILE, 2)],
    ['paths to elsewhere', fill('data/../../../../evil/repository/blob/main/x', 1)],
    ['more than fits', fill('*'.repeat(300), 20)],
    ['so long that every list is left out', fill('$'.repeat(300), 3)],
  ])('becomes a comment that does nothing: %s', async (_, review) => {
    const pull = pullAt({}, 12, [{ id: 1, login: BOT, body: REVIEW_MARKER }]);
    github.restart(worldOf(pull));
    expect(await write(review)).toMatchObject({ exitCode: 0 });
    const [{ body }] = pull.comments as [Comment];
    expect(findLive(body)).toEqual([]);
    expect(body).not.toMatch(/\]\([^)]*\.\./);
    expect(body.lastIndexOf(REVIEW_MARKER)).toBe(0);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(1000);
  });
});

describe('a GitHub that fails ends the run with its reason', () => {
  test.each<[string, string, Fault, string]>([
    ['who opened it cannot be asked', 'pulls?', 'forbidden', '(403)'],
    ['the comments are gone', 'comments', 'gone', '(410)'],
    ['the comments come without a body', 'comments', 'empty', 'could not be read'],
    ['an answer has another form', 'comments', 'wrong-types', 'could not be read'],
    ['the token is refused', '', 'unauthorized', '(401)'],
  ])('%s', async (_, part, fault, reason) => {
    github.restart(worldOf(pullAt({}, 12, [{ id: 1, login: 'octocat', body: 'Fine!' }])));
    github.fault = ({ path }) => (path.includes(part) ? fault : undefined);
    const result = write(REVIEW);
    await expect(result).rejects.toThrow(UsageError);
    await expect(result).rejects.toThrow(reason);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('the event of a run', () => {
  const EVENT = {
    repository: { full_name: 'acme/matrix' },
    workflow_run: {
      head_sha: HEAD.sha,
      head_branch: HEAD.branch,
      head_repository: { owner: { login: HEAD.owner } },
      pull_requests: [],
    },
  };

  test('names the repository and the commit', () => {
    expect(parseWorkflowRun(JSON.stringify(EVENT))).toEqual({ repository: 'acme/matrix', head: HEAD });
  });

  test.each([
    ['another event', { ...EVENT, workflow_run: undefined }],
    ['a fork that is gone', { ...EVENT, workflow_run: { ...EVENT.workflow_run, head_repository: null } }],
    ['no repository', { ...EVENT, repository: { full_name: '../user' } }],
  ])('is none: %s', (_, event) => {
    expect(parseWorkflowRun(JSON.stringify(event))).toBeUndefined();
  });

  test('as a process: a comment is written', async () => {
    const script = fileURLToPath(new URL('../../scripts/comment.ts', import.meta.url));
    const pull = pullAt({});
    github.restart(worldOf(pull));
    writeNewFiles(folder, [
      ...ACME.map(({ path, content }) => ({ path: `data/${path}`, content })),
      { path: 'event.json', content: JSON.stringify(EVENT) },
      { path: 'review.json', content: JSON.stringify(REVIEW) },
    ]);
    const env = { ...process.env, GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.apiUrl };
    const child = spawn(process.execPath, [script, '--review', 'review.json', '--event', 'event.json'], {
      cwd: folder,
      env,
    });
    const exit = new Promise((resolve) => child.on('close', resolve));
    const [output, message, exitCode] = await Promise.all([readAll(child.stdout), readAll(child.stderr), exit]);
    expect({ output, message, exitCode }).toEqual({
      output: '',
      message: 'The comment on #12 is written.\n',
      exitCode: 0,
    });
    expect(pull.comments.map(({ body }) => body.slice(0, REVIEW_MARKER.length))).toEqual([REVIEW_MARKER]);
  });
});
