import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { Transport } from './ask.ts';
import { readEnvelope } from './envelope.ts';
import { explainFailure, type Failure } from './failure.ts';
import type { Budget } from './github.ts';
import { missing, type Outcome } from './read-answer.ts';
import { readRest } from './read-reply.ts';
import type { RestStep } from './step.ts';

/** What is counted on the way. */
export interface Meter {
  requests: number;
  answered: number;
  points: number;
  readonly budgets: Record<string, Budget>;
}

/** Sends steps through Octokit. What it throws becomes a failure, or the good parts of an answer. */
export function createTransport(client: Octokit, graphqlUrl: string, meter: Meter): Transport {
  const count = <Good extends object>(reply: Good | Failure): Good | Failure => {
    if (!('failed' in reply)) meter.answered += 1;
    return reply;
  };
  return {
    query: async ({ document, variables }) => {
      // Left alone, Octokit would work out the address from that of the REST interface.
      const request = { query: document, baseUrl: graphqlUrl, url: graphqlUrl, ...variables };
      const { body, error } = await client.graphql<unknown>(request).then(
        (data) => ({ body: { data }, error: undefined }),
        (thrown: unknown) => ({ body: bodyOf(thrown), error: thrown }),
      );
      const reply = readEnvelope(body) ?? explainFailure(error);
      if ('data' in reply) meter.points += costed.safeParse(reply.data).data?.rateLimit.cost ?? 0;
      return count(reply);
    },
    rest: async (step) => count(await askRest(client, step)),
  };
}

const costed = z.object({ rateLimit: z.object({ cost: z.int() }) });
const partial = z.object({ name: z.literal('GraphqlResponseError'), response: z.unknown() });
const whole = z.object({ response: z.object({ status: z.literal(200), data: z.unknown() }) });

/** The body of an answer that was thrown because there are errors in it. */
function bodyOf(thrown: unknown): unknown {
  return partial.safeParse(thrown).data?.response ?? whole.safeParse(thrown).data?.response.data;
}

async function askRest({ rest }: Octokit, step: RestStep): Promise<Outcome | Failure> {
  try {
    const { data } =
      step.rest === 'account'
        ? await rest.users.getById({ account_id: step.id })
        : await rest.actions.listWorkflowRuns({ ...runsOf(step), status: 'completed', per_page: 1 });
    return readRest(step, data);
  } catch (error) {
    if (absent.safeParse(error).success) return missing('gone', ABSENCES[step.rest]);
    const failure = explainFailure(error);
    // What one thing is closed to, others may be open to.
    return failure.failed.state === 'forbidden' ? { answer: failure.failed } : failure;
  }
}

const ABSENCES = {
  account: 'GitHub has no such account any more.',
  runs: 'GitHub has no such workflow.',
} as const;

/** What GitHub answers of something that is not there, or not any more. */
const absent = z.object({ status: z.literal([404, 410]) });

function runsOf({ question, repository, branch }: Extract<RestStep, { rest: 'runs' }>) {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo, workflow_id: question.workflow, branch };
}
