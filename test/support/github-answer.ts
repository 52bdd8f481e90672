import type { Reply } from './github-faults.ts';
import { answerGraphql } from './github-graphql.ts';
import { rootOf } from './github-graphql-world.ts';
import { checkAnswer, findOperation } from './github-operation.ts';
import { answerRest, notFound } from './github-rest.ts';
import type { World } from './github-world.ts';

/** A good answer, and what GitHub would not have accepted, or not have answered: none in a good test. */
export interface Answered {
  readonly reply: Reply;
  readonly wrong: readonly string[];
}

/** A GraphQL request. */
export interface GraphqlBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Answers a GraphQL request as GitHub would; `used` is how much of the hourly budget is spent. */
export async function answerDocument(
  world: World,
  { query, variables = {} }: GraphqlBody,
  used: number,
): Promise<Answered> {
  const { answer, wrong } = await answerGraphql(rootOf(world, used), query, variables);
  return { reply: toReply(200, answer), wrong };
}

/** Answers a REST request as GitHub would, and holds both against GitHub’s description. `base` is what all paths begin with. */
export function answerPath(world: World, method: string, path: string, base: string, body?: unknown): Answered {
  const url = new URL(path.slice(base.length), 'https://api.github.com');
  const operation = findOperation(method, byName(world, url), body);
  if (operation === undefined) return refuse(`${method} ${url.pathname} is no operation of GitHub`);
  const answer = answerRest(world, operation);
  if (answer === undefined) return refuse(`${operation.id}: the world has no answer to it`);
  const wrong = [...operation.wrong, ...checkAnswer(operation.id, answer.status, answer.body)];
  const headers = {
    ...(answer.movedTo !== undefined && { location: `${base}${byNumber(answer.movedTo, url)}` }),
    ...(answer.nextPage !== undefined && { link: linkTo(answer.nextPage, url) }),
  };
  return { reply: toReply(answer.status, answer.body, headers), wrong };
}

/** As GitHub leads to the next page of a list. */
function linkTo(page: number, url: URL): string {
  const next = new URL(url);
  next.searchParams.set('page', String(page));
  return `<${next.href}>; rel="next"`;
}

/** The address of a repository by its number, where GitHub sends whoever asks by an old name. It is no part of the description. */
function byNumber(number: number, { pathname, search }: URL): string {
  return `${pathname.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${number}`)}${search}`;
}

function byName(world: World, { pathname, search, origin }: URL): URL {
  const named = pathname.replace(
    /^\/repositories\/(\d+)/,
    (_, number: string) => `/repos/${world.repositories[Number(number) - 1]?.name}`,
  );
  return new URL(`${named}${search}`, origin);
}

function refuse(wrong: string): Answered {
  const { status, body } = notFound();
  return { reply: toReply(status, body), wrong: [wrong] };
}

function toReply(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, headers, body: JSON.stringify(body) };
}
