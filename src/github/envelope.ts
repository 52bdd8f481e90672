import { z } from 'zod';
import type { Answer } from './github.ts';
import type { Failure } from './failure.ts';

const error = z.object({
  type: z.string().optional().catch(undefined),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
});

const envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(error).optional(),
});

/** An error that GitHub reports, beside the good parts of an answer or alone. */
export type GraphqlError = z.output<typeof error>;

/** The answer to a GraphQL request: what there is, by alias, and what went wrong. */
export interface Reply {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphqlError[];
}

/** Reads the body of a GraphQL answer; undefined where it is none. Without any data it is a failure of the whole request. */
export function readEnvelope(body: unknown): Reply | Failure | undefined {
  const read = envelope.safeParse(body);
  if (!read.success) return undefined;
  const { data, errors = [] } = read.data;
  if (data != null && (!errors.some(isLimit) || Object.values(data).some((value) => value !== null)))
    return { data, errors };
  if (errors.length === 0) return undefined;
  const [worst] = [...errors.filter(isLimit), ...errors.filter((each) => !isForbidden(each)), ...errors];
  return { failed: explainError(worst!) };
}

/** What becomes of a question for which GitHub reports an error. Its words change from time to time; ours do not. */
export function explainError(error: GraphqlError): Extract<Answer, { readonly reason: string }> {
  if (isLimit(error)) return { state: 'limited', reason: 'GitHub’s limit of points is reached.' };
  if (isForbidden(error)) return { state: 'forbidden', reason: 'GitHub does not show this to the token.' };
  if (error.type === 'NOT_FOUND') return { state: 'gone', reason: 'GitHub knows nothing of this name.' };
  return { state: 'stale', reason: 'GitHub could not answer the query.' };
}

function isLimit({ type }: GraphqlError): boolean {
  return type === 'RATE_LIMITED' || type === 'RATE_LIMIT';
}

function isForbidden({ type }: GraphqlError): boolean {
  return type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES';
}
