import { withoutUnseen } from '../dataset/decode.ts';
import { ANSWERS } from '../model/snapshot.ts';
import { explainError, type GraphqlError, type Reply } from './envelope.ts';
import type { Fact } from './github.ts';
import { aliasOf } from './batch.ts';
import type { Question } from './question.ts';
import { missing, type Outcome, readAccount, READERS, found } from './read-answer.ts';
import { REST_SHAPES, SHAPES } from './shapes.ts';
import type { QueryStep, RestStep } from './step.ts';

const ODD = 'GitHub’s answer has not the form that was expected.';

/** What each step of a batch has led to. A good part of an answer is used whatever became of the others. */
export function readReply(steps: readonly QueryStep[], { data, errors }: Reply): readonly Outcome[] {
  return steps.map((step, index) => {
    const alias = aliasOf(index);
    const value = data[alias];
    const error =
      errors.find(({ path }) => path?.[0] === alias) ?? (value == null ? errors.find(isHomeless) : undefined);
    if (error !== undefined) return readError(step, error);
    if (value === null && step.query === 'account') return readAbsence(step);
    return readValue(step, value);
  });
}

/** Whether an error does not say where it belongs. */
function isHomeless({ path }: GraphqlError): boolean {
  return path === undefined;
}

function readError(step: QueryStep, error: GraphqlError): Outcome {
  const answer = explainError(error);
  if (answer.state === 'stale') return { answer, isLeftOut: true };
  if (answer.state !== 'gone') return { answer };
  if (step.query === 'account') return readAbsence(step);
  // A team that GitHub does not show to us is no team that is gone.
  if (step.query === 'team' && error.path?.includes('team') === true)
    return missing('forbidden', 'GitHub shows this team to members of its organization only.');
  return { answer };
}

/** GitHub has no account of a name: another name may have the same number, and before it is gone GitHub has to say so. */
function readAbsence({ question, variables }: QueryStep): Outcome {
  if (question.kind === 'account' && question.id !== undefined)
    return { next: { question, rest: 'account', id: question.id } };
  return { next: { question, query: 'user', variables } };
}

function readValue({ question, query }: QueryStep, value: unknown): Outcome {
  const read = SHAPES[query].safeParse(value);
  if (!read.success) return missing('stale', ODD);
  // The reader is the one for this query, which TypeScript does not see.
  const reader = READERS[query] as (read: unknown, question: Question) => Outcome;
  return checkFact(question, reader(read.data, question));
}

/** What the body of a REST answer has led to. */
export function readRest(step: RestStep, body: unknown): Outcome {
  if (step.rest === 'account') {
    const read = REST_SHAPES.account.safeParse(body);
    if (!read.success || read.data.id !== step.id) return missing('stale', ODD);
    return checkFact(step.question, readAccount(step.question, read.data.login, read.data.id, read.data.type));
  }
  const read = REST_SHAPES.runs.safeParse(body);
  if (!read.success) return missing('stale', ODD);
  const [run] = read.data.workflow_runs;
  if (run === undefined) return found({});
  const ran = run.run_started_at ?? run.created_at;
  return checkFact(step.question, found({ ran, ...(run.conclusion !== null && { conclusion: run.conclusion }) }));
}

/** Holds what we made of an answer against the snapshot’s schema: what is written there can be read again. */
function checkFact({ part }: Question, outcome: Outcome): Outcome {
  if ('next' in outcome || 'reason' in outcome.answer) return outcome;
  const { fact, state } = outcome.answer;
  const checked = ANSWERS[part].safeParse(clean(fact));
  return checked.success ? found(checked.data, state) : missing('stale', ODD);
}

/** Takes the characters out that nobody sees: a title may turn the text around it. */
function clean(fact: Fact): unknown {
  return JSON.parse(JSON.stringify(fact), (_, value: unknown) =>
    typeof value === 'string' ? withoutUnseen(value) : value,
  );
}
