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
beforeAll(async () => {
  github = await startGithub(worldOf());
});
afterEach(() => expect(github.wrong).toEqual([]));
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
    const steps = [
      [REVIEW, 'POST /repos/acme/matrix/issues/12/comments'],
      [REVIEW, undefined],
      [{ ...REVIEW, headline: 'Acme Cloud is raised.' }, 'PATCH /repos/acme/matrix/issues/comments/9002'],
    ] as const;
    for (const [review, request] of steps) {
      const before = github.requests.length;
      expect(await write(review)).toMatchObject({ output: '', exitCode: 0 });
      expect(requests().slice(before)).toEqual([LIST, COMMENTS, ...(request === undefined ? [] : [request])]);
      expect(pull.comments.at(-1)!.body).toMatch(new RegExp(`^${REVIEW_MARKER}\n### ${review.headline}\n`));
    }
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
      tables: list({ title: text, columns: [text], rows: rows.slice(0, 5) }),
      consequences: list(text),
      problems: { new: problems, before: problems },
      next: list({ subject, level: text, missing: [text] }),
      outside: list(text),
      remarks: list(text),
    };
  }

  test.each<[string, Review]>([
    ['Markdown in every text', fill(HOSTILE, 2)],
    ['paths to elsewhere', fill('data/../../../../evil/repository/blob/main/x', 1)],
    ['more than fits', fill('*'.repeat(300), 300)],
  ])('becomes a comment that does nothing: %s', async (_, review) => {
    const pull = pullAt({}, 12, [{ id: 1, login: BOT, body: REVIEW_MARKER }]);
    github.restart(worldOf(pull));
    expect(await write(review)).toMatchObject({ exitCode: 0 });
    const [{ body }] = pull.comments as [Comment];
    expect(findLive(body)).toEqual([]);
    expect(body).not.toMatch(/blob\/[^)]*\.\./);
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
    github.restart(worldOf(pullAt({})));
    github.fault = ({ path }) => (path.includes(part) ? fault : undefined);
    const result = write(REVIEW);
    await expect(result).rejects.toThrow(UsageError);
    await expect(result).rejects.toThrow(reason);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a comment of which GitHub lost the answer is not sent twice', async () => {
    const pull = pullAt({});
    github.restart(worldOf(pull));
    github.fault = ({ method }) => (method === 'POST' ? 'bad-gateway' : undefined);
    await expect(write(REVIEW)).rejects.toThrow('GitHub failed (502).');
    await write(REVIEW);
    expect(pull.comments).toHaveLength(1);
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

  describe('as a process', () => {
    const SCRIPT = fileURLToPath(new URL('../../scripts/comment.ts', import.meta.url));
    let folder = '';

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'comment-'));
      writeNewFiles(join(folder, 'data'), ACME);
      writeFileSync(join(folder, 'event.json'), JSON.stringify(EVENT));
      writeFileSync(join(folder, 'review.json'), JSON.stringify(REVIEW));
      writeFileSync(join(folder, 'large.json'), JSON.stringify(REVIEW).padEnd(4 * 1024 * 1024 + 1));
      symlinkSync('review.json', join(folder, 'link.json'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test.each([
      ['review.json', 0, /^The comment on #12 is written\.\n$/],
      ['large.json', 2, /^large\.json has 4194305 bytes; .*\n$/],
      ['link.json', 2, /^link\.json is not a file\.\n$/],
    ])('%s', async (review, exitCode, message) => {
      const pull = pullAt({});
      github.restart(worldOf(pull));
      const child = spawn(process.execPath, [SCRIPT, '--review', review, '--event', 'event.json'], {
        cwd: folder,
        env: { ...process.env, GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.apiUrl },
      });
      const exit = new Promise((resolve) => child.on('close', resolve));
      const [output, said, code] = await Promise.all([readAll(child.stdout), readAll(child.stderr), exit]);
      expect({ output, code }).toEqual({ output: '', code: exitCode });
      expect(said).toMatch(message);
      expect(pull.comments).toHaveLength(exitCode === 0 ? 1 : 0);
    });
  });
});
