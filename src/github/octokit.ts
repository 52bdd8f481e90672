import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling, type ThrottlingOptions } from '@octokit/plugin-throttling';
import { askAll } from './ask.ts';
import type { Asking, GitHub } from './github.ts';
import { createTransport, type Meter } from './transport.ts';

/** Where GitHub is, and how patient to be. All waits can be made short, for tests. */
export interface ConnectOptions {
  readonly token: string;
  /** As GitHub Actions sets `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** As GitHub Actions sets `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** After how many milliseconds a request is given up; 20,000 where left out. */
  readonly timeout?: number;
  /** How many milliseconds a second of waiting takes; 1,000 where left out. */
  readonly second?: number;
  /** The longest wait for a limit, in seconds, that is sat out; 60 where left out. */
  readonly longestWait?: number;
  /** Hears of every wait for a limit, in seconds. */
  readonly onWait?: (seconds: number) => void;
}

const Client = Octokit.plugin(throttling, retry);

/** Statuses that the same request would meet again. */
const DO_NOT_RETRY = [400, 401, 403, 404, 410, 422, 429, 451];

/** Connects to GitHub over HTTP. */
export function connect(options: ConnectOptions): GitHub {
  return {
    ask: async (questions, hear): Promise<Asking> => {
      const meter = createMeter();
      const transport = createTransport(createClient(options, meter), options.graphqlUrl, meter);
      const refusal = await askAll(questions, transport, hear);
      return { ...meter, refusal };
    },
  };
}

/** Makes a client that sits out short limits, and sends once more what failed for no reason of ours. */
export function createClient(options: ConnectOptions, meter: Meter = createMeter()): Octokit {
  const { token, apiUrl, timeout = 20_000, second = 1000, longestWait = 60, onWait } = options;
  const sitOut = (seconds: number, _request: unknown, _client: unknown, retries: number): boolean => {
    const isShort = retries === 0 && seconds <= longestWait;
    if (isShort) onWait?.(seconds);
    return isShort;
  };
  return new Client({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'interop-matrix',
    // What goes wrong is said once, in the summary.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: { fetch: createFetch(timeout, meter) },
    retry: { retries: 1, doNotRetry: DO_NOT_RETRY, retryAfterBaseValue: second },
    throttle: { onRateLimit: sitOut, onSecondaryRateLimit: sitOut, retryAfterBaseValue: second, write: NO_PAUSE },
  });
}

function createMeter(): Meter {
  return { requests: 0, answered: 0, points: 0, budgets: {} };
}

function ignore(): void {
  // Nothing to say.
}

/**
 * The plugin makes each POST wait for a second, as if it wrote something. Queries write nothing, and go one at a time; of
 * what does write, a run sends one.
 */
const NO_PAUSE = {
  key: () => ({ schedule: (_options: object, job: () => Promise<void>) => job() }),
} as unknown as NonNullable<ThrottlingOptions['write']>;

/** Sends one request, for a limited time, and reads from the answer’s headers what is left of the budget. */
function createFetch(timeout: number, meter: Meter): typeof fetch {
  return async (input, init) => {
    meter.requests += 1;
    const response = await fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
    const [resource, limit, remaining] = ['resource', 'limit', 'remaining'].map((name) =>
      response.headers.get(`x-ratelimit-${name}`),
    );
    if (resource != null && Number(limit) > 0)
      meter.budgets[resource] = { limit: Number(limit), remaining: Number(remaining) };
    return response;
  };
}
