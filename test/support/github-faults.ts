import type { ServerResponse } from 'node:http';

/** The ways in which GitHub, or what is between, fails to give a good answer to a request of any kind. */
export const HTTP_FAULTS = [
  'unauthorized',
  'forbidden',
  'rate-limit',
  'secondary-limit',
  'not-found',
  'gone',
  'unprocessable',
  'too-many-requests',
  'server-error',
  'bad-gateway',
  'unavailable',
  'silence',
  'reset',
  'cut-short',
  'html',
  'truncated',
  'empty',
  'wrong-types',
  'wrong-shapes',
] as const;

/** Those that GraphQL has of its own: all of them come with a status that says that nothing is wrong. */
const GRAPHQL_FAULTS = ['no-data', 'graphql-rate-limit', 'failed-parts', 'forbidden-parts', 'missing-parts'] as const;

/** All of them. */
export const FAULTS = [...HTTP_FAULTS, ...GRAPHQL_FAULTS] as const;
export type Fault = (typeof FAULTS)[number];

/** An answer on its way out. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const message = (status: number, text: string, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify({ message: text, documentation_url: 'https://docs.github.com/rest', status: String(status) }),
});

const HTML =
  '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body><p>No server is available.</p></body></html>';

/** Answers that take nothing of the good one. GitHub’s words are the ones by which clients tell the limits apart. */
const REPLIES: Partial<Record<Fault, Reply>> = {
  unauthorized: message(401, 'Bad credentials'),
  forbidden: message(403, 'Resource not accessible by integration'),
  'rate-limit': message(403, 'API rate limit exceeded for user ID 1.', { 'x-ratelimit-remaining': '0' }),
  'secondary-limit': message(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }),
  'not-found': message(404, 'Not Found'),
  gone: message(410, 'This issue was deleted'),
  unprocessable: message(422, 'Validation Failed'),
  'too-many-requests': message(429, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }),
  'server-error': message(500, 'Server Error'),
  'bad-gateway': { status: 502, headers: { 'content-type': 'text/html' }, body: HTML },
  unavailable: message(503, 'Service Unavailable'),
  html: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: HTML },
  empty: { status: 200, headers: {}, body: '' },
  'no-data': { status: 200, headers: {}, body: '{"data":null}' },
  'graphql-rate-limit': {
    status: 200,
    headers: { 'x-ratelimit-remaining': '0' },
    body: JSON.stringify({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' }] }),
  },
};

/** Sends an answer with a fault in it; `good` is what would have been sent without. */
export function sendFaulty(response: ServerResponse, good: Reply, fault: Fault | undefined): void {
  switch (fault) {
    case 'silence':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut-short':
      response.writeHead(good.status, { ...good.headers, 'content-length': Buffer.byteLength(good.body) });
      response.write(good.body.slice(0, good.body.length / 2), () => response.socket?.destroy());
      return;
    default: {
      const { status, headers, body } = fault === undefined ? good : spoil(good, fault);
      response.writeHead(status, headers).end(body);
    }
  }
}

function spoil(good: Reply, fault: Fault): Reply {
  const reply = REPLIES[fault];
  if (reply !== undefined) return { ...reply, headers: { ...good.headers, ...reply.headers } };
  switch (fault) {
    case 'truncated':
      return { ...good, body: good.body.slice(0, good.body.length / 2) };
    case 'wrong-types':
      return { ...good, body: JSON.stringify(JSON.parse(good.body, (_, value: unknown) => turnValue(value))) };
    case 'wrong-shapes':
      return { ...good, body: JSON.stringify(JSON.parse(good.body, (_, value: unknown) => turnShape(value))) };
    default:
      return { ...good, body: JSON.stringify(loseParts(JSON.parse(good.body), PART_ERRORS[fault])) };
  }
}

/** What GitHub says of a part that it leaves out, where it says anything. */
const PART_ERRORS: Partial<Record<Fault, object>> = {
  'failed-parts': { message: 'Something went wrong while executing your query.' },
  'forbidden-parts': { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
};

/** Numbers become texts, texts become numbers, and so on. */
function turnValue(value: unknown): unknown {
  if (typeof value === 'string') return 42;
  if (typeof value === 'number') return 'many';
  if (typeof value === 'boolean') return 'no';
  return value;
}

/** Lists become objects, and objects lists. */
function turnShape(value: unknown): unknown {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return typeof value === 'object' && value !== null ? Object.values(value) : value;
}

/** Every other part of an answer is missing. */
function loseParts(answer: unknown, error: object | undefined): unknown {
  const { data, ...rest } = answer as { readonly data?: Readonly<Record<string, unknown>> };
  const parts = data ?? rest;
  const lost = Object.keys(parts).filter((_, index) => index % 2 === 0);
  const kept = { ...parts, ...Object.fromEntries(lost.map((key) => [key, null])) };
  if (data === undefined) return kept;
  return {
    ...rest,
    data: kept,
    ...(error !== undefined && { errors: lost.map((key) => ({ ...error, path: [key] })) }),
  };
}
