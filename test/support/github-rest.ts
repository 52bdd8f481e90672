import { exampleOf } from './github-openapi.ts';
import type { Operation } from './github-operation.ts';
import { PULL_ANSWERS } from './github-rest-pulls.ts';
import { findRepository, isSame, noonOf, type Repository, type World } from './github-world.ts';

/** What GitHub answers to a REST request. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The number of a repository that has another name by now. */
  readonly movedTo?: number;
  /** The number of the page of a list that comes next. */
  readonly nextPage?: number;
}

type Answer = (world: World, operation: Operation) => RestAnswer;

/** The operations that the world answers, by GitHub’s names of them. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'users/get-by-id': (world, { path }) => {
    const account = world.accounts.find(({ id }) => String(id) === path.account_id);
    if (account === undefined) return notFound();
    const { id, login, kind } = account;
    const type = kind === 'user' ? 'User' : 'Organization';
    return { status: 200, body: { ...(exampleOf('users/get-by-id') as object), id, login, type } };
  },
  'actions/list-workflow-runs': (world, { path, query }) =>
    inRepository(world, path, (repository) => listRuns(repository, path.workflow_id!, query)),
};

/** Answers an operation from the world; undefined where the world has no answer to such. */
export function answerRest(world: World, operation: Operation): RestAnswer | undefined {
  const { [operation.id]: ofPulls } = PULL_ANSWERS;
  if (ofPulls === undefined) return ANSWERS[operation.id]?.(world, operation);
  return inRepository(world, operation.path, (repository) => ofPulls(repository, operation) ?? notFound());
}

/** What GitHub says where there is nothing, or nothing that we may see. */
export function notFound(): RestAnswer {
  return {
    status: 404,
    body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  };
}

/** A repository is known by its number too: that is where GitHub sends whoever asks by an old name. */
function inRepository(
  world: World,
  { owner, repo }: Operation['path'],
  answer: (repository: Repository) => RestAnswer,
): RestAnswer {
  const repository = findRepository(world, `${owner}/${repo}`);
  if (repository === undefined) return notFound();
  if (isSame(repository.name, `${owner}/${repo}`)) return answer(repository);
  return {
    status: 301,
    body: { message: 'Moved Permanently', documentation_url: 'https://docs.github.com/rest', url: '' },
    movedTo: world.repositories.indexOf(repository) + 1,
  };
}

interface RunsBody {
  readonly total_count: number;
  readonly workflow_runs: readonly [object];
}

function listRuns({ runs = {}, branch = 'main' }: Repository, file: string, query: Operation['query']): RestAnswer {
  const all = runs[file];
  if (all === undefined) return notFound();
  const { workflow_runs: examples } = exampleOf('actions/list-workflow-runs') as RunsBody;
  const found = all
    .filter(({ status, conclusion }) => query.status === undefined || [status, conclusion].includes(query.status))
    .filter(() => query.branch === undefined || query.branch === branch);
  const page = found.slice(0, Number(query.per_page ?? 30)).map(({ status, conclusion = null, on }) => ({
    ...examples[0],
    head_branch: branch,
    path: `.github/workflows/${file}`,
    status,
    conclusion,
    created_at: noonOf(on),
    run_started_at: noonOf(on),
    updated_at: noonOf(on),
  }));
  return { status: 200, body: { total_count: found.length, workflow_runs: page } };
}
