import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { askAll, type Transport } from '../../src/github/ask.ts';
import { type Batch, buildBatch, packSteps } from '../../src/github/batch.ts';
import type { Failure } from '../../src/github/failure.ts';
import type { Answer } from '../../src/github/github.ts';
import type { Question } from '../../src/github/question.ts';
import { stepOf } from '../../src/github/step.ts';

const failure = (state: 'stale' | 'limited' | 'forbidden', reason: string): Failure => ({ failed: { state, reason } });
const LIMITED = failure('limited', 'Enough.');
const BROKEN = failure('stale', 'Broken.');

const inRepository = { repository: 'acme/cloud' };
const issue = (number: number): Question => ({
  kind: 'issue',
  part: 'issues',
  key: `acme/cloud#${number}`,
  ...inRepository,
  number,
});
const team = (slug: string): Question => ({
  kind: 'team',
  part: 'handles',
  key: `@acme/${slug}`,
  organization: 'acme',
  slug,
});
const workflow = (name: string): Question => ({
  kind: 'workflow',
  part: 'places',
  key: `acme/cloud workflow ${name}`,
  ...inRepository,
  workflow: name,
});
const issues = (count: number): readonly Question[] => Array.from({ length: count }, (_, index) => issue(index + 1));

/** The names of a batch’s fields. */
function aliasesOf({ document }: Batch): readonly string[] {
  return [...document.matchAll(/^(q\d+):/gm)].map(([, alias]) => alias!);
}

/** A good answer to each field of a batch that asks about issues or workflows. */
function answerBatch(batch: Batch) {
  const answer = (alias: string) => ({
    nameWithOwner: 'acme/cloud',
    defaultBranchRef: { name: 'main' },
    object: { __typename: 'Blob' },
    issueOrPullRequest: {
      title: 'T',
      closedAt: null,
      issueState: 'OPEN',
      number: batch.variables[`${alias}_number`],
      repository: { nameWithOwner: 'acme/cloud' },
    },
  });
  return { data: Object.fromEntries(aliasesOf(batch).map((alias) => [alias, answer(alias)])), errors: [] };
}

interface Talk {
  /** How many fields each request asked for. */
  readonly sizes: readonly number[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly refusal: string | undefined;
}

/** Asks through a fake of GitHub; each question has to be answered once. */
async function talk(questions: readonly Question[], transport: Partial<Transport>): Promise<Talk> {
  const sizes: number[] = [];
  const answers = new Map<string, Answer>();
  const { query = (batch: Batch) => Promise.resolve(answerBatch(batch)), rest = () => Promise.reject(new Error()) } =
    transport;
  const counted: Transport = {
    query: (batch) => {
      sizes.push(aliasesOf(batch).length);
      return query(batch);
    },
    rest: (step) => {
      sizes.push(1);
      return rest(step);
    },
  };
  const refusal = await askAll(questions, counted, ({ key }, answer) => {
    expect(answers.has(key)).toBe(false);
    answers.set(key, answer);
  });
  expect(answers.size).toBe(questions.length);
  return { sizes, answers, refusal };
}

function countStates({ answers }: Talk): Readonly<Record<string, number>> {
  const groups = Map.groupBy(answers.values(), ({ state }) => state);
  return Object.fromEntries([...groups].map(([state, { length }]) => [state, length]));
}

describe('batches', () => {
  test('ask a thousand references of every kind in at most fifteen requests', () => {
    const kinds = [issue, team, workflow].map((make, index) => (number: number) => make(`${index}-${number}` as never));
    const steps = Array.from({ length: 1000 }, (_, index) => stepOf(kinds[index % 3]!(index)));
    const batches = packSteps(steps);
    expect(batches.flat()).toHaveLength(1000);
    expect(batches.length).toBeLessThanOrEqual(15);
  });

  test('have a name for every field and variable, and nothing of the data in the document', () => {
    const hostile = 'x") { viewer { login } } #${}';
    const { document, variables } = buildBatch([stepOf(issue(1)), stepOf(issue(2)), stepOf(workflow(hostile))]);
    expect(() => parse(document)).not.toThrow();
    expect(document).not.toContain('viewer');
    expect(variables).toMatchObject({ q0_number: 1, q1_number: 2, q2_expression: `HEAD:.github/workflows/${hostile}` });
  });

  test('leave teams to themselves: a token that may not see them fails the whole request', async () => {
    const run = await talk([...issues(5), team('a'), team('b')], {
      query: (batch) =>
        Promise.resolve(batch.document.includes('team(') ? failure('forbidden', 'No.') : answerBatch(batch)),
    });
    expect(run.sizes).toEqual([5, 2]);
    expect(countStates(run)).toEqual({ fresh: 5, forbidden: 2 });
  });
});

describe('a request that fails', () => {
  test('is asked again in halves, until it is small enough', async () => {
    const run = await talk(issues(200), {
      query: (batch) => Promise.resolve(aliasesOf(batch).length > 40 ? BROKEN : answerBatch(batch)),
    });
    expect(countStates(run)).toEqual({ fresh: 200 });
    expect(run.sizes).toHaveLength(9);
  });

  test('takes none of the good ones with it', async () => {
    const run = await talk(issues(100), {
      query: (batch) => Promise.resolve(Object.values(batch.variables).includes(37) ? BROKEN : answerBatch(batch)),
    });
    expect(countStates(run)).toEqual({ fresh: 99, stale: 1 });
    expect(run.answers.get('acme/cloud#37')).toEqual(BROKEN.failed);
  });

  test('in parts is asked again for those, with less beside them', async () => {
    const run = await talk(issues(100), {
      query: (batch) => {
        const { data } = answerBatch(batch);
        // As where a query takes more than GitHub allows: what comes late is left out.
        const late = aliasesOf(batch).slice(30);
        const errors = late.map((alias) => ({ type: 'RESOURCE_LIMITS_EXCEEDED', path: [alias] }));
        return Promise.resolve({
          data: { ...data, ...Object.fromEntries(late.map((alias) => [alias, null])) },
          errors,
        });
      },
    });
    expect(countStates(run)).toEqual({ fresh: 100 });
    expect(run.sizes).toEqual([50, 20, 50, 20]);
  });

  test('is the last after a few in a row', async () => {
    const run = await talk(issues(2000), { query: () => Promise.resolve(BROKEN) });
    expect(run.sizes).toHaveLength(5);
    expect(countStates(run)).toEqual({ stale: 2000 });
  });

  test('is the last where the limit is reached; what was answered before counts', async () => {
    let requests = 0;
    const run = await talk(issues(400), {
      query: (batch) => Promise.resolve((requests += 1) > 2 ? LIMITED : answerBatch(batch)),
    });
    expect(run.sizes).toHaveLength(3);
    expect(countStates(run)).toEqual({ fresh: 160, limited: 240 });
  });

  test('is the last where the token is refused', async () => {
    const run = await talk(issues(400), { query: () => Promise.resolve({ ...BROKEN, isRefused: true }) });
    expect(run).toMatchObject({ sizes: [80], refusal: 'Broken.' });
  });
});

describe('what only REST can tell', () => {
  const workflows = Array.from({ length: 12 }, (_, index) => workflow(`${index}.yml`));

  test('is asked one by one', async () => {
    const run = await talk(workflows, {
      rest: ({ question }) =>
        Promise.resolve(question.key.endsWith(' 3.yml') ? BROKEN : { answer: { state: 'fresh', fact: {} } }),
    });
    expect(run.sizes).toHaveLength(13);
    expect(countStates(run)).toEqual({ fresh: 11, stale: 1 });
  });

  test('is not asked any more where the limit is reached', async () => {
    const run = await talk(workflows, { rest: () => Promise.resolve(LIMITED) });
    expect(run.sizes.length).toBeLessThan(12);
    expect(countStates(run)).toEqual({ limited: 12 });
  });
});
