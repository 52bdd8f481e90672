import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WORLD } from './github-data.ts';
import { type GithubServer, startGithub, TOKEN } from './github-server.ts';

let github: GithubServer;

beforeAll(async () => {
  github = await startGithub(WORLD);
});
beforeEach(() => github.restart(WORLD));
afterAll(() => github.close());

const HEADERS = { authorization: `token ${TOKEN}`, 'user-agent': 'tests' };

async function query(document: string, headers: Record<string, string> = HEADERS): Promise<unknown> {
  const body = JSON.stringify({ query: document });
  return await (await fetch(github.graphqlUrl, { method: 'POST', headers, body })).json();
}

const RUNS = '/repos/acme/capx/actions/workflows/e2e.yml/runs';

test.each([
  ['a field that GitHub has not', '{ rateLimit { costs } }', '"costs"'],
  ['no document', '{', 'Syntax Error'],
  ['a variable without a value', 'query ($login: String!) { user(login: $login) { id } }', '"$login"'],
  ['a list without a size', '{ repository(owner: "a", name: "b") { releases { nodes { id } } } }', '`releases`'],
  ['too large a page', '{ repository(owner: "a", name: "b") { releases(first: 101) { nodes { id } } } }', '101'],
  [
    'too many nodes',
    '{ repository(owner: "a", name: "b") { issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } } } }',
    '1010100 nodes',
  ],
])('a query is refused and noticed: %s', async (_, document, sentence) => {
  expect(await query(document)).toMatchObject({ errors: [{ message: expect.stringContaining(sentence) as string }] });
  expect(github.wrong).toEqual([expect.stringContaining(sentence)]);
});

test.each([
  ['an operation that GitHub has not', '/repos/acme/capx/flows', 'GET /repos/acme/capx/flows'],
  ['a parameter that it has not', `${RUNS}?colour=red`, 'additional properties'],
  ['a parameter of another type', `${RUNS}?per_page=ten`, 'per_page must be integer'],
  ['a parameter of other words', `${RUNS}?status=done`, 'status must be equal to one of the allowed values'],
  ['an operation that the world has no answer to', '/repos/acme/capx/tags', 'repos/list-tags'],
])('a request is noticed: %s', async (_, path, sentence) => {
  await fetch(`${github.apiUrl}${path}`, { headers: HEADERS });
  expect(github.wrong).toEqual([expect.stringContaining(sentence)]);
});

test('whoever does not say who asks is noticed', async () => {
  await query('{ rateLimit { cost } }', { ...HEADERS, authorization: '' });
  expect(github.wrong).toEqual(['no token']);
});

test('what is not there is an error beside the rest, with its type and path', async () => {
  expect(await query('{ a: user(login: "octocat") { databaseId } b: user(login: "nobody") { databaseId } }')).toEqual({
    data: { a: { databaseId: 1 }, b: null },
    errors: [expect.objectContaining({ type: 'NOT_FOUND', path: ['b'] })],
  });
  expect(github.wrong).toEqual([]);
});

test('an old name is forwarded to the number of the repository, and on to its answer', async () => {
  const [images, site, capx] = WORLD.repositories;
  github.restart({
    ...WORLD,
    repositories: [images!, site!, { ...capx!, name: 'acme-os/capx', formerly: ['acme/capx'] }],
  });
  const { status, url } = await fetch(`${github.apiUrl}${RUNS}?per_page=1`, { headers: HEADERS });
  expect({ status, url }).toEqual({
    status: 200,
    url: `${github.apiUrl}/repositories/3/actions/workflows/e2e.yml/runs?per_page=1`,
  });
  expect(github.wrong).toEqual([]);
});
