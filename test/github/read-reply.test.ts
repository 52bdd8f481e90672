import { describe, expect, test } from 'vitest';
import type { AccountQuestion, Question, WorkflowQuestion } from '../../src/github/question.ts';
import { readReply, readRest } from '../../src/github/read-reply.ts';
import { stepOf } from '../../src/github/step.ts';

const inRepository = { repository: 'acme/cloud' };
const place = { part: 'places', key: 'place', ...inRepository } as const;
const listing = { part: 'listings', key: 'listing', ...inRepository, path: 'tests' } as const;
const ACCOUNT: AccountQuestion = { kind: 'account', part: 'handles', key: '@octocat', login: 'octocat' };
const KNOWN: AccountQuestion = { ...ACCOUNT, id: 7 };
const TEAM: Question = { kind: 'team', part: 'handles', key: '@acme/core', organization: 'acme', slug: 'core' };
const ISSUE: Question = { kind: 'issue', part: 'issues', key: 'acme/cloud#5', ...inRepository, number: 5 };
const REPOSITORY: Question = { kind: 'repository', part: 'repositories', key: 'acme/cloud', ...inRepository };
const PATH: Question = { kind: 'path', ...place, path: 'a.sh' };
const WORDS: Question = { kind: 'words', ...place, path: 'list', words: ['aws', 'vultr'] };
const WORKFLOW: WorkflowQuestion = { kind: 'workflow', ...place, workflow: 'e2e.yml' };
const ASSET: Question = { kind: 'asset', ...place, asset: '*.img' };
const CHANNEL: Question = { kind: 'channel', part: 'channels', key: 'stable', ...inRepository, prefix: 'stable-' };
const FOLDER: Question = { kind: 'folder', ...listing, pattern: '^(?<entry>[a-z]+)\\.sh$' };
const LINES: Question = { kind: 'lines', ...listing, pattern: '"(?<entry>[a-z]+)"' };

const NOON = 'T12:00:00Z';
const history = { target: { history: { nodes: [{ oid: 'abc1234', committedDate: `2026-09-01${NOON}` }] } } };
const blob = (text: string | null, more: object = {}) => ({
  object: { __typename: 'Blob', isBinary: false, isTruncated: false, text, ...more },
});
const issue = { title: 'T', closedAt: null, number: 5, repository: { nameWithOwner: 'acme/cloud' } };
const repository = {
  nameWithOwner: 'acme/cloud',
  isArchived: false,
  defaultBranchRef: { name: 'main' },
  latestRelease: null,
};
const onePage = { hasNextPage: false, endCursor: null };
const morePages = { hasNextPage: true, endCursor: 'CURSOR' };
const assets = (names: readonly string[], pageInfo: object) => ({
  latestRelease: { tagName: 'v2', releaseAssets: { nodes: names.map((name) => ({ name })), pageInfo } },
});
const stable = (version: string, target: object) => ({ name: `stable-${version}`, target });

/** What the answer to one question leads to. */
function read(question: Question, value: unknown, errors: readonly object[] = []): unknown {
  const [outcome] = readReply([stepOf(question)], { data: { q0: value }, errors });
  return outcome;
}

describe('what is there', () => {
  test.each<[string, Question, unknown, string, object]>([
    [
      'a user',
      ACCOUNT,
      { login: 'OctoCat', databaseId: 7, __typename: 'User' },
      'fresh',
      { id: 7, kind: 'user', login: 'OctoCat' },
    ],
    [
      'a team',
      TEAM,
      { login: 'acme', team: { databaseId: 3, slug: 'core' } },
      'fresh',
      { id: 3, kind: 'team', login: 'acme/core' },
    ],
    [
      'an open issue',
      ISSUE,
      { issueOrPullRequest: { ...issue, issueState: 'OPEN' } },
      'fresh',
      { title: 'T', state: 'open' },
    ],
    [
      'a merged pull request',
      ISSUE,
      { issueOrPullRequest: { ...issue, pullState: 'MERGED', closedAt: `2026-09-02${NOON}` } },
      'fresh',
      { title: 'T', state: 'merged', closed: '2026-09-02' },
    ],
    [
      'an issue elsewhere',
      ISSUE,
      { issueOrPullRequest: { ...issue, number: 9, issueState: 'OPEN' } },
      'renamed',
      { title: 'T', state: 'open', name: 'acme/cloud#9' },
    ],
    [
      'a repository',
      REPOSITORY,
      { ...repository, latestRelease: { tagName: 'v2', publishedAt: `2026-09-03${NOON}` } },
      'fresh',
      { name: 'acme/cloud', branch: 'main', archived: false, release: 'v2', released: '2026-09-03' },
    ],
    [
      'a repository of another name',
      REPOSITORY,
      { ...repository, nameWithOwner: 'acme/sky' },
      'renamed',
      { name: 'acme/sky', branch: 'main', archived: false },
    ],
    [
      'an archived, empty one',
      REPOSITORY,
      { ...repository, nameWithOwner: 'acme/sky', isArchived: true, defaultBranchRef: null },
      'archived',
      { name: 'acme/sky', archived: true },
    ],
    [
      'a path',
      PATH,
      { object: { __typename: 'Tree' }, defaultBranchRef: history },
      'fresh',
      { commit: 'abc1234', changed: '2026-09-01' },
    ],
    [
      'words of a file',
      WORDS,
      { ...blob('aws\n'), defaultBranchRef: history },
      'fresh',
      { commit: 'abc1234', changed: '2026-09-01', entries: ['aws'], missing: ['vultr'] },
    ],
    ['an asset', ASSET, assets(['a.txt', 'b.img'], morePages), 'fresh', { release: 'v2' }],
    [
      'a channel',
      CHANNEL,
      {
        refs: {
          nodes: [
            stable('1.9.0', { committedDate: `2026-09-09${NOON}` }),
            stable('1.10.0', { tagger: { date: '2026-09-05T23:30:00-02:00' } }),
          ],
          pageInfo: onePage,
        },
      },
      'fresh',
      { tag: 'stable-1.10.0', on: '2026-09-06' },
    ],
    [
      'a folder',
      FOLDER,
      {
        object: { __typename: 'Tree', entries: [{ name: 'b.sh' }, { name: 'a.sh' }, { name: 'a.md' }] },
        defaultBranchRef: history,
      },
      'fresh',
      { commit: 'abc1234', entries: ['a', 'b'] },
    ],
    [
      'lines',
      LINES,
      { ...blob('"b", "a"\r\n"b"'), defaultBranchRef: history },
      'fresh',
      { commit: 'abc1234', entries: ['a', 'b'] },
    ],
  ])('%s', (_, question, value, state, fact) => {
    expect(read(question, value)).toEqual({ answer: { state, fact } });
  });

  test('the characters of a title that nobody sees are left out', () => {
    const title = 'a\u202eb\u200bc\u0007d\u{e0041}e';
    expect(read(ISSUE, { issueOrPullRequest: { ...issue, title, issueState: 'OPEN' } })).toMatchObject({
      answer: { fact: { title: 'abcde' } },
    });
  });
});

describe('what is not', () => {
  const error = (type: string | undefined, ...path: string[]) => ({
    type,
    ...(path.length > 0 && { path: ['q0', ...path] }),
  });
  const found = { issueOrPullRequest: { ...issue, issueState: 'OPEN' } };

  test.each<[string, string, Question, unknown, readonly object[]]>([
    ['gone', 'no repository', REPOSITORY, null, [{ type: 'NOT_FOUND', path: ['q0'] }]],
    ['gone', 'no issue', ISSUE, { issueOrPullRequest: null }, [error('NOT_FOUND', 'issueOrPullRequest')]],
    ['gone', 'no organization', TEAM, null, [{ type: 'NOT_FOUND', path: ['q0'] }]],
    ['gone', 'no path', PATH, { object: null, defaultBranchRef: history }, []],
    ['gone', 'no file', WORDS, { object: null, defaultBranchRef: null }, []],
    ['gone', 'no workflow', WORKFLOW, { ...repository, object: null }, []],
    ['gone', 'no release', ASSET, { latestRelease: null }, []],
    ['gone', 'no asset', ASSET, assets(['a.txt'], onePage), []],
    ['gone', 'no tag', CHANNEL, { refs: { nodes: [], pageInfo: onePage } }, []],
    ['gone', 'a file, where a folder was', FOLDER, { object: { __typename: 'Blob' }, defaultBranchRef: history }, []],
    ['forbidden', 'a team that is not shown', TEAM, { login: 'acme', team: null }, []],
    ['forbidden', 'a team that is said not to be', TEAM, { login: 'acme', team: null }, [error('NOT_FOUND', 'team')]],
    ['forbidden', 'no right to see teams', TEAM, { login: 'acme', team: null }, [error('FORBIDDEN', 'team')]],
    [
      'forbidden',
      'a token without the scope, said of nothing in particular',
      TEAM,
      null,
      [error('INSUFFICIENT_SCOPES')],
    ],
    ['limited', 'no points left', ISSUE, null, [error('RATE_LIMITED')]],
    ['stale', 'an error of GitHub', ISSUE, null, [error(undefined, 'issueOrPullRequest')]],
    ['stale', 'a part that failed', ISSUE, found, [error('SERVICE_UNAVAILABLE', 'issueOrPullRequest', 'repository')]],
    ['stale', 'nothing, without a word', ISSUE, null, []],
    ['stale', 'not even nothing', ISSUE, undefined, []],
    ['stale', 'wrong types', REPOSITORY, { ...repository, isArchived: 'no' }, []],
    ['stale', 'a state nobody knows', ISSUE, { issueOrPullRequest: { ...issue, issueState: 'LOST' } }, []],
    [
      'stale',
      'a day that is none',
      PATH,
      {
        object: { __typename: 'Blob' },
        defaultBranchRef: { target: { history: { nodes: [{ oid: 'a', committedDate: 'soon' }] } } },
      },
      [],
    ],
    ['stale', 'more than the snapshot takes', REPOSITORY, { ...repository, nameWithOwner: `a/${'b'.repeat(600)}` }, []],
    ['stale', 'a picture', WORDS, { ...blob(null, { isBinary: true }), defaultBranchRef: history }, []],
    [
      'stale',
      'the beginning of a file',
      WORDS,
      { ...blob('aws', { isTruncated: true }), defaultBranchRef: history },
      [],
    ],
    ['stale', 'a folder, where a file was', LINES, { object: { __typename: 'Tree' }, defaultBranchRef: history }, []],
    [
      'stale',
      'a listing that lost everything',
      FOLDER,
      { object: { __typename: 'Tree', entries: [] }, defaultBranchRef: history },
      [],
    ],
  ])('%s: %s', (state, _, question, value, errors) => {
    expect(read(question, value, errors)).toEqual({
      answer: { state, reason: expect.any(String) as string },
      // What GitHub could not tell among much else it may tell alone.
      ...(state === 'stale' && errors.length > 0 && { isLeftOut: true }),
    });
  });

  test('an error of one question says nothing about another', () => {
    const outcomes = readReply([stepOf(ISSUE), stepOf(ISSUE)], {
      data: { q0: null, q1: found },
      errors: [{ type: 'NOT_FOUND', path: ['q0', 'issueOrPullRequest'] }],
    });
    expect(outcomes).toMatchObject([{ answer: { state: 'gone' } }, { answer: { state: 'fresh' } }]);
  });
});

describe('what takes another step', () => {
  const octocat = { login: 'octocat', databaseId: 8, __typename: 'User' };

  test.each<[string, Question, unknown, object]>([
    [
      'a name that nobody has, to hear GitHub say so',
      ACCOUNT,
      null,
      { query: 'user', variables: { login: 'octocat' } },
    ],
    ['a name that nobody has any more', KNOWN, null, { rest: 'account', id: 7 }],
    ['a name that somebody else has now', KNOWN, octocat, { rest: 'account', id: 7 }],
    [
      'a workflow',
      WORKFLOW,
      { ...repository, nameWithOwner: 'acme/sky', object: { __typename: 'Blob' } },
      { rest: 'runs', repository: 'acme/sky', branch: 'main' },
    ],
    [
      'a release of many files',
      ASSET,
      assets(['a.txt'], morePages),
      { query: 'asset', variables: { owner: 'acme', name: 'cloud', after: 'CURSOR' } },
    ],
    [
      'many nightly tags',
      CHANNEL,
      { refs: { nodes: [stable('1.0.0-nightly', { committedDate: `2026-09-09${NOON}` })], pageInfo: morePages } },
      { query: 'channel', variables: { after: 'CURSOR', prefix: 'stable-' } },
    ],
  ])('%s', (_, question, value, next) => {
    expect(read(question, value)).toMatchObject({ next });
  });

  test('pages come to an end', () => {
    const last: Question = { ...ASSET, page: 9, after: 'CURSOR' };
    expect(read(last, assets(['a.txt'], morePages))).toMatchObject({ answer: { state: 'stale' } });
  });

  test.each<[string, string, object]>([
    ['renamed', 'another name', { login: 'hubot', id: 7, type: 'User' }],
    ['stale', 'another number', { login: 'hubot', id: 8, type: 'User' }],
    ['stale', 'wrong types', { login: 'hubot', id: '7', type: 'User' }],
  ])('a number leads to an answer that is %s: %s', (state, _, body) => {
    expect(readRest({ question: KNOWN, rest: 'account', id: 7 }, body)).toMatchObject({ answer: { state } });
  });

  test.each<[string, unknown, object]>([
    [
      'ran',
      {
        workflow_runs: [
          { conclusion: 'failure', created_at: `2026-09-01${NOON}`, run_started_at: `2026-09-02${NOON}` },
        ],
      },
      { state: 'fresh', fact: { conclusion: 'failure', ran: '2026-09-02' } },
    ],
    ['never ran', { workflow_runs: [] }, { state: 'fresh', fact: {} }],
    ['is odd', { runs: [] }, { state: 'stale' }],
  ])('a workflow that %s', (_, body, answer) => {
    const step = { question: WORKFLOW, rest: 'runs', repository: 'acme/cloud', branch: 'main' } as const;
    expect(readRest(step, body)).toMatchObject({ answer });
  });
});
