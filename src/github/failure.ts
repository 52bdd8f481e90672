import { z } from 'zod';
import type { Answer } from './github.ts';

/** A request that brought no answer that could be read. */
export interface Failure {
  /** What becomes of each question that was asked. */
  readonly failed: Extract<Answer, { readonly reason: string }>;
  /** Whether GitHub refuses our token: then no other request will do better. */
  readonly isRefused?: boolean;
}

/** What Octokit throws: its own errors, and what the network says. All of it is as trustworthy as the network. */
const thrown = z.object({
  status: z.int().optional().catch(undefined),
  message: z.string().catch(''),
  response: z
    .object({ headers: z.record(z.string(), z.unknown()).catch({}) })
    .optional()
    .catch(undefined),
  cause: z.unknown().optional(),
});

/**
 * What becomes of the questions of a request that failed. The reasons are ours, the same words for the same failure:
 * they are compared from day to day.
 */
export function explainFailure(error: unknown): Failure {
  const { status, message, response, cause } = thrown.catch({ message: '', cause: undefined }).parse(error);
  if (status === undefined) return stale('GitHub’s answer could not be read.');
  if (response === undefined) return explainNetwork(cause);
  if (status === 401) return { ...stale('GitHub does not take the token (401).'), isRefused: true };
  if (isLimit(status, message, response.headers)) {
    return { failed: { state: 'limited', reason: `GitHub’s limit of requests is reached (${status}).` } };
  }
  if (status === 403) return { failed: { state: 'forbidden', reason: 'GitHub does not let this token ask (403).' } };
  return stale(status >= 500 ? `GitHub failed (${status}).` : `GitHub did not take the request (${status}).`);
}

function stale(reason: string): Failure {
  return { failed: { state: 'stale', reason } };
}

/** GitHub tells its limits apart from other refusals by headers, by a status of its own, and some by words alone. */
function isLimit(status: number, message: string, headers: Readonly<Record<string, unknown>>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(message);
}

const caused = z.object({
  name: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

function explainNetwork(cause: unknown): Failure {
  const { name, code, cause: deeper } = caused.catch({ name: '', cause: undefined }).parse(cause);
  if (name === 'TimeoutError') return stale('GitHub did not answer in time.');
  if (code === undefined && deeper !== undefined) return explainNetwork(deeper);
  return stale(`GitHub cannot be reached${code === undefined ? '' : ` (${code})`}.`);
}
