import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, answerDocument, answerPath, type GraphqlBody } from './github-answer.ts';
import { type Fault, sendFaulty } from './github-faults.ts';
import { HOURLY } from './github-graphql-world.ts';
import type { World } from './github-world.ts';

/** A request that has reached the server. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly graphql?: GraphqlBody | undefined;
}

/** What a test may turn while the server runs. */
interface Turnable {
  world: World;
  /** What goes wrong with a request, by itself or by its place among those since the last `restart`, from 0. */
  fault: (request: LoggedRequest, index: number) => Fault | undefined;
  /** How long each request takes, in milliseconds. */
  latency: number;
}

/** A local server that answers like GitHub. */
export interface GithubServer extends Turnable {
  /** Where its REST interface is, as in `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Where its GraphQL interface is, as in `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  readonly requests: readonly LoggedRequest[];
  /** What GitHub would not have accepted, or not have answered: none in a good test. */
  readonly wrong: readonly string[];
  /** Puts another world in place, in good health, and forgets what was asked. */
  readonly restart: (world: World) => void;
  readonly close: () => Promise<void>;
}

/** The token that the server takes. */
export const TOKEN = 'a-token-of-tests';

/** What the server remembers, and the paths that its addresses begin with. */
interface Running extends Turnable {
  readonly paths: { readonly rest: string; readonly graphql: string };
  readonly requests: LoggedRequest[];
  readonly wrong: string[];
}

const healthy = (world: World): Turnable => ({ world, fault: () => undefined, latency: 0 });

/** Starts a server. GitHub Enterprise has both interfaces below `/api`; `isEnterprise` puts them there. */
export async function startGithub(world: World, isEnterprise = false): Promise<GithubServer> {
  const paths = isEnterprise ? { rest: '/api/v3', graphql: '/api/graphql' } : { rest: '', graphql: '/graphql' };
  const running: Running = { ...healthy(world), paths, requests: [], wrong: [] };
  const server = createServer((request, response) => {
    respond(running, request, response).catch((error: unknown) => {
      running.wrong.push(error instanceof Error ? error.stack! : String(error));
      response.destroy();
    });
  });
  await warmUp(world);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(running, {
    apiUrl: `${origin}${paths.rest}`,
    graphqlUrl: `${origin}${paths.graphql}`,
    restart: (next: World) => {
      Object.assign(running, healthy(next));
      running.requests.length = 0;
      running.wrong.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** The first answers take long, because GitHub’s schemas are read: whoever is in a hurry would give up. */
async function warmUp(world: World): Promise<void> {
  await answerDocument(world, { query: '{ rateLimit { cost } }' }, 0);
  answerPath(world, 'GET', '/user/0', '');
}

async function respond(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, paths, requests, wrong, latency } = running;
  const { method = '', url: path = '', headers } = request;
  const body = await text(request);
  const graphql = path === paths.graphql ? (JSON.parse(body) as GraphqlBody) : undefined;
  const logged = { method, path, graphql };
  const index = requests.push(logged) - 1;
  const fault = running.fault(logged, index);
  const answered =
    graphql === undefined
      ? answerPath(world, method, path, paths.rest, body === '' ? undefined : JSON.parse(body))
      : await answerDocument(world, graphql, requests.length);
  wrong.push(...answered.wrong, ...checkHeaders(headers));
  if (latency > 0) await wait(latency);
  sendFaulty(response, withHeaders(answered, graphql === undefined ? 'core' : 'graphql', requests.length), fault);
}

/** GitHub wants to know who asks, and refuses whoever does not say what asks. */
function checkHeaders({ authorization = '', 'user-agent': agent = '' }: IncomingMessage['headers']): readonly string[] {
  return [
    ...(/^(?:token|bearer) /i.test(authorization) && authorization.endsWith(` ${TOKEN}`) ? [] : ['no token']),
    ...(agent === '' ? ['no user agent'] : []),
  ];
}

/** The headers that GitHub sends with every answer; `resource` is what the budget is for. */
function withHeaders({ reply }: Answered, resource: string, used: number): Answered['reply'] {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': String(HOURLY),
    'x-ratelimit-remaining': String(HOURLY - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 60),
    'x-ratelimit-resource': resource,
  };
  return { ...reply, headers: { ...headers, ...reply.headers } };
}
