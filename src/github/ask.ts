import { buildBatch, type Batch, packSteps } from './batch.ts';
import type { Reply } from './envelope.ts';
import type { Failure } from './failure.ts';
import type { Hear } from './github.ts';
import type { Question } from './question.ts';
import type { Outcome } from './read-answer.ts';
import { readReply } from './read-reply.ts';
import { type QueryStep, type RestStep, type Step, stepOf } from './step.ts';

/** How questions travel to GitHub. What goes wrong on the way is an answer, and never thrown. */
export interface Transport {
  readonly query: (batch: Batch) => Promise<Reply | Failure>;
  readonly rest: (step: RestStep) => Promise<Outcome | Failure>;
}

/** How many requests may fail in a row before GitHub is left alone: a batch of eighty is down to five by then. */
const PATIENCE = 5;

/** How many times what a request did not answer is asked again with less beside it. */
const MAX_SPLITS = 20;

/** How many REST requests are under way at a time. */
const LANES = 4;

/** What a run remembers between its requests. */
interface Run {
  readonly transport: Transport;
  readonly hear: Hear;
  /** How many requests have failed in a row. */
  failures: number;
  splits: number;
  /** What becomes of everything that was not asked yet, once GitHub is left alone. */
  verdict?: Failure;
}

/**
 * Asks everything and tells each answer as it comes: in batches, and step by step where one answer leads to another
 * question. Stops asking where GitHub’s limit is reached, where the token is refused, or where nothing works any more.
 * Returns why the token is refused, if it is.
 */
export async function askAll(
  questions: readonly Question[],
  transport: Transport,
  hear: Hear,
): Promise<string | undefined> {
  const run: Run = { transport, hear, failures: 0, splits: 0 };
  let steps: readonly Step[] = questions.map(stepOf);
  while (steps.length > 0) {
    steps = [
      ...(await askBatches(run, packSteps(steps.filter(isQuery)))),
      ...(await askOneByOne(
        run,
        steps.filter((step): step is RestStep => !isQuery(step)),
      )),
    ];
  }
  return run.verdict?.isRefused === true ? run.verdict.failed.reason : undefined;
}

function isQuery(step: Step): step is QueryStep {
  return 'query' in step;
}

/** Asks batch after batch; returns the steps that the answers lead to. */
async function askBatches(run: Run, batches: readonly (readonly QueryStep[])[]): Promise<readonly Step[]> {
  const next: Step[] = [];
  const waiting = [...batches];
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const steps = batch;
    const reply = await attempt(run, () => run.transport.query(buildBatch(steps)));
    const outcomes = 'failed' in reply ? steps.map(() => toOutcome(reply)) : readReply(steps, reply);
    // A request that asks for less may do better, or show which question it was.
    const again = steps.filter((_, index) => maySplit(run, steps) && isLeftOut(outcomes[index]!));
    if (again.length > 0) {
      run.splits += 1;
      waiting.unshift(...packSteps(again, Math.ceil(steps.length / 2)));
    }
    next.push(...steps.flatMap((step, index) => (again.includes(step) ? [] : settle(run, step, outcomes[index]!))));
  }
  return next;
}

function maySplit({ splits, verdict }: Run, steps: readonly QueryStep[]): boolean {
  return verdict === undefined && steps.length > 1 && splits < MAX_SPLITS;
}

function toOutcome({ failed }: Failure): Outcome {
  return { answer: failed, isLeftOut: failed.state === 'stale' };
}

function isLeftOut(outcome: Outcome): boolean {
  return 'answer' in outcome && outcome.isLeftOut === true;
}

/** Asks what has no place in a batch, a few at a time. */
async function askOneByOne(run: Run, steps: readonly RestStep[]): Promise<readonly Step[]> {
  const next: Step[] = [];
  const waiting = steps.values();
  const work = async (): Promise<void> => {
    for (const step of waiting) {
      const outcome = await attempt(run, () => run.transport.rest(step));
      next.push(...settle(run, step, 'failed' in outcome ? { answer: outcome.failed } : outcome));
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return next;
}

/** Sends a request, unless GitHub is left alone by now, and remembers how it went. */
async function attempt<Good extends object>(run: Run, send: () => Promise<Good | Failure>): Promise<Good | Failure> {
  if (run.verdict !== undefined) return run.verdict;
  const reply = await send();
  if (!('failed' in reply)) {
    run.failures = 0;
    return reply;
  }
  run.failures += 1;
  const { isRefused = false, failed } = reply;
  if (isRefused || failed.state === 'limited' || run.failures >= PATIENCE) run.verdict ??= reply;
  return reply;
}

/** Tells the answer, or returns the step that comes before it. */
function settle({ hear }: Run, { question }: Step, outcome: Outcome): readonly Step[] {
  if ('next' in outcome) return [outcome.next];
  hear(question, outcome.answer);
  return [];
}
