import {
  type Account,
  findAccount,
  findRepository,
  type Issue,
  isSame,
  lastChange,
  listFolder,
  noonOf,
  type Release,
  type Repository,
  type Tag,
  type World,
} from './github-world.ts';
import { GraphQLError } from './load-graphql.ts';

/** A piece of an answer: what a field says, or a function of the field’s arguments. */
type Node = Readonly<Record<string, unknown>>;

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
  const [revision = '', path = ''] = expression.split(':', 2);
  if (revision !== 'HEAD' && revision !== branch) return null;
  const file = repository.files?.[path];
  if (file !== undefined) {
    const { text = '' } = file;
    return { __typename: 'Blob', oid: file.commit, text, byteSize: text.length, isBinary: false, isTruncated: false };
  }
  const entries = listFolder(repository, path);
  if (entries.length === 0) return null;
  return {
    __typename: 'Tree',
    oid: lastChange(repository, path)?.commit,
    entries: entries.map(({ name, isFolder }) => ({ name, type: isFolder ? 'tree' : 'blob' })),
  };
}

function toIssue(number: number, { title, state, closed, isPull = false }: Issue): Node {
  const closedAt = closed === undefined ? null : noonOf(closed);
  return {
    __typename: isPull ? 'PullRequest' : 'Issue',
    number,
    title,
    state: state.toUpperCase(),
    closed: state !== 'open',
    closedAt,
    merged: state === 'merged',
    mergedAt: state === 'merged' ? closedAt : null,
  };
}

function toRelease({ tag, on, assets = [] }: Release): Node {
  return {
    tagName: tag,
    publishedAt: noonOf(on),
    createdAt: noonOf(on),
    releaseAssets: ({ name, ...page }: Page & { name?: string }) =>
      connect(
        assets.filter((each) => name === undefined || each === name).map((each) => ({ name: each })),
        page,
      ),
  };
}

interface Page {
  readonly first?: number | undefined;
  readonly after?: string | null | undefined;
}

interface RefFilter extends Page {
  readonly refPrefix: string;
  readonly query?: string;
  readonly orderBy?: { readonly field: 'ALPHABETICAL' | 'TAG_COMMIT_DATE'; readonly direction: 'ASC' | 'DESC' };
}

/** GitHub looks for the text of `query` anywhere in the name. */
function filterTags(tags: readonly Tag[], { refPrefix, query = '', orderBy }: RefFilter): readonly Tag[] {
  if (refPrefix !== 'refs/tags/') return [];
  const found = tags.filter(({ name }) => name.includes(query));
  const key = orderBy?.field === 'TAG_COMMIT_DATE' ? ({ on }: Tag) => on : ({ name }: Tag) => name;
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return found.toSorted((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function toRef({ name, on, annotated = false }: Tag): Node {
  const commit = { __typename: 'Commit', oid: '0'.repeat(40), committedDate: noonOf(on) };
  const tag = { __typename: 'Tag', name, tagger: { date: noonOf(on) }, target: commit };
  return { name, prefix: 'refs/tags/', target: annotated ? tag : commit };
}

/** A page of a list; the cursor is the number of the last one on it. */
function connect(all: readonly Node[], { first = 100, after }: Page): Node {
  const start = Number(after ?? 0);
  const nodes = all.slice(start, start + first);
  const end = start + nodes.length;
  return {
    totalCount: all.length,
    nodes,
    pageInfo: { hasNextPage: end < all.length, endCursor: nodes.length === 0 ? null : String(end) },
  };
}

function newestFirst<Dated extends { readonly on: string }>(items: readonly Dated[]): readonly Dated[] {
  return items.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}
