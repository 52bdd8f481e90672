import { exampleOf } from './github-openapi.ts';
import type { Operation } from './github-operation.ts';
import type { RestAnswer } from './github-rest.ts';
import type { Comment, Pull, Repository } from './github-world.ts';

type Answer = (repository: Repository, operation: Operation) => RestAnswer | undefined;

/** The operations about the pull requests of a repository; undefined where it has no such pull request, or comment. */
export const PULL_ANSWERS: Readonly<Record<string, Answer>> = {
  'pulls/list': ({ pulls = [] }, { query }) => {
    const { head: wanted = '' } = query;
    // A head that names no owner is no filter to GitHub.
    const found = pulls.filter(({ head }) => !wanted.includes(':') || `${head.owner}:${head.branch}` === wanted);
    return pageOf(found.map(pullOf), query);
  },
  'issues/list-comments': ({ pulls = [] }, { path, query }) => {
    const pull = findPull(pulls, path);
    return pull && pageOf(pull.comments.map(commentOf), query);
  },
  'issues/create-comment': ({ pulls = [] }, { path, body }) => {
    const pull = findPull(pulls, path);
    if (pull === undefined) return undefined;
    const comment = { id: 9000 + pull.comments.length, login: BOT, body: (body as Comment).body };
    pull.comments.push(comment);
    return { status: 201, body: commentOf(comment) };
  },
  'issues/update-comment': ({ pulls = [] }, { path, body }) => {
    const comment = pulls.flatMap(({ comments }) => comments).find(({ id }) => String(id) === path.comment_id);
    if (comment === undefined) return undefined;
    comment.body = (body as Comment).body;
    return { status: 200, body: commentOf(comment) };
  },
};

/** In whose name GitHub puts what is written with the token of a workflow. */
const BOT = 'github-actions[bot]';

function findPull(pulls: readonly Pull[], path: Operation['path']): Pull | undefined {
  return pulls.find(({ number }) => String(number) === path.issue_number);
}

function pullOf({ number, head: { owner, branch, sha } }: Pull): object {
  const [example] = exampleOf('pulls/list') as readonly [{ readonly head: object }];
  // Not all of the example is as the schema has it.
  return {
    ...example,
    requested_teams: [],
    number,
    head: { ...example.head, label: `${owner}:${branch}`, ref: branch, sha },
  };
}

function commentOf({ id, login, body }: Comment): object {
  const example = exampleOf('issues/create-comment', 201) as { readonly user: object };
  return { ...example, id, body, user: { ...example.user, login } };
}

function pageOf(all: readonly object[], query: Operation['query']): RestAnswer {
  const [size, page] = [Number(query.per_page ?? 30), Number(query.page ?? 1)];
  const end = page * size;
  return {
    status: 200,
    body: all.slice(end - size, end),
    ...(end < all.length && { nextPage: page + 1 }),
  };
}
