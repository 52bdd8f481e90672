import {
  connect,
  filterTags,
  newestFirst,
  type Node,
  type RefFilter,
  toRef,
  toRelease,
} from './github-graphql-lists.ts';
import {
  type Account,
  findAccount,
  findRepository,
  type Issue,
  isSame,
  lastChange,
  listFolder,
  noonOf,
  type Repository,
  type World,
} from './github-world.ts';
import { GraphQLError } from './load-graphql.ts';

/** How many points GitHub gives for an hour. */
export const HOURLY = 5000;

/** The queries that the world answers, under the names of GitHub’s schema; `used` is how much of the budget is spent. */
export function rootOf(world: World, used: number): Node {
  const account = (login: string, kind: Account['kind'], word: string): Node => {
    const found = findAccount(world, login);
    return found?.kind === kind ? toOwner(found) : notFound(`a ${word} with the login of '${login}'`);
  };
  return {
    rateLimit: { limit: HOURLY, cost: 1, used, remaining: HOURLY - used },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const found = findRepository(world, `${owner}/${name}`);
      return found === undefined ? notFound(`a Repository with the name '${owner}/${name}'`) : toRepository(found);
    },
    user: ({ login }: { login: string }) => account(login, 'user', 'User'),
    organization: ({ login }: { login: string }) => account(login, 'organization', 'Organization'),
    // Unlike the two above, this one is silent about what is not there.
    repositoryOwner: ({ login }: { login: string }) => {
      const found = findAccount(world, login);
      return found === undefined ? null : toOwner(found);
    },
  };
}

/** What GitHub says of a thing that is not there, or not for everyone to see. */
function notFound(what: string): never {
  throw new GraphQLError(`Could not resolve to ${what}.`, { extensions: { type: 'NOT_FOUND' } });
}

function toOwner({ id, login, kind, teams = [] }: Account): Node {
  return {
    __typename: kind === 'user' ? 'User' : 'Organization',
    databaseId: id,
    login,
    team: ({ slug }: { slug: string }) => {
      const team = teams.find((each) => isSame(each.slug, slug));
      return team === undefined ? null : { databaseId: team.id, slug: team.slug };
    },
  };
}

function toRepository(repository: Repository): Node {
  const { name, branch = 'main', issues = {}, tags = [], releases = [] } = repository;
  const issue = ({ number }: { number: number }): Node => {
    const found = issues[number];
    return found === undefined
      ? notFound(`an issue or pull request with the number of ${number}`)
      : { ...toIssue(number, found), repository: { nameWithOwner: name } };
  };
  return {
    __typename: 'Repository',
    nameWithOwner: name,
    isArchived: repository.archived ?? false,
    defaultBranchRef: lastChange(repository, '') === undefined ? null : toBranch(repository, branch),
    latestRelease: newestFirst(releases).map(toRelease)[0] ?? null,
    issueOrPullRequest: issue,
    object: ({ expression }: { expression: string }) => toObject(repository, branch, expression),
    refs: (filter: RefFilter) => connect(filterTags(tags, filter).map(toRef), filter),
  };
}

function toBranch(repository: Repository, name: string): Node {
  return { name, target: toCommit(repository, '') };
}

/** The last commit of the branch that changed a path. */
function toCommit(repository: Repository, path: string): Node | undefined {
  const last = lastChange(repository, path);
  if (last === undefined) return undefined;
  return {
    __typename: 'Commit',
    oid: last.commit,
    committedDate: noonOf(last.on),
    history: ({ path: below = '', first }: { path?: string; first?: number }) =>
      connect(
        [toCommit(repository, below)].filter((each) => each !== undefined),
        { first },
      ),
  };
}

function toObject(repository: Repository, branch: string, expression: string): Node | null {
  const [, revision, path = ''] = /^(.*?):(.*)$/s.exec(expression) ?? [];
  if (revision !== 'HEAD' && revision !== branch) return null;
  const file = repository.files?.[path];
  if (file !== undefined) return { __typename: 'Blob', text: file.text ?? '', isBinary: false, isTruncated: false };
  const names = listFolder(repository, path);
  return names.length === 0 ? null : { __typename: 'Tree', entries: names.map((name) => ({ name })) };
}

function toIssue(number: number, { title, state, closed, isPull = false }: Issue): Node {
  return {
    __typename: isPull ? 'PullRequest' : 'Issue',
    number,
    title,
    state: state.toUpperCase(),
    closedAt: closed === undefined ? null : noonOf(closed),
  };
}
