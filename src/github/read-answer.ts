import type { z } from 'zod';
import { findEntries } from './find-entries.ts';
import { findWords } from './find-words.ts';
import { fitsWildcard } from './fits-wildcard.ts';
import type { Answer, Fact } from './github.ts';
import { newestTag } from './newest-tag.ts';
import type { Query } from './queries.ts';
import type { AccountQuestion, AssetQuestion, ChannelQuestion, ListingQuestion, Question } from './question.ts';
import type { SHAPES } from './shapes.ts';
import { type Step, stepOf } from './step.ts';

/** What a step has led to: an answer, or the next step towards one. */
export type Outcome =
  | {
      readonly answer: Answer;
      /** Whether GitHub left it out, and may have an answer where less is asked beside it. */
      readonly isLeftOut?: boolean;
    }
  | { readonly next: Step };

type Read<Name extends Query> = z.output<(typeof SHAPES)[Name]>;

/** The kind of question that a query belongs to. */
type Asks<Name extends Query> = Extract<Question, { kind: Name extends 'user' ? 'account' : Name }>;

/** How many pages are read before a search is given up: a release has a thousand files at most. */
const MAX_PAGES = 10;

/** Something is there. */
export function found(fact: Fact, state: 'fresh' | 'renamed' | 'archived' = 'fresh'): Outcome {
  return { answer: { state, fact } };
}

/** Nobody knows, or nothing is there. */
export function missing(state: 'gone' | 'forbidden' | 'stale', reason: string): Outcome {
  return { answer: { state, reason } };
}

/** Turns what GitHub says of something that is there into our words, one reader for each query. */
export const READERS: { readonly [Name in Query]: (read: Read<Name>, question: Asks<Name>) => Outcome } = {
  account: ({ login, databaseId, __typename }, question) => readAccount(question, login, databaseId, __typename),
  user: ({ login, databaseId, __typename }, question) => readAccount(question, login, databaseId, __typename),
  team: ({ login, team }, { organization }) => {
    if (team === null) return missing('forbidden', 'GitHub shows this team to members of its organization only.');
    const state = isSame(login, organization) ? 'fresh' : 'renamed';
    return found({ id: team.databaseId, kind: 'team', login: `${login}/${team.slug}` }, state);
  },
  issue: ({ issueOrPullRequest: issue }, { key }) => {
    const name = `${issue.repository.nameWithOwner}#${issue.number}`;
    const state = 'issueState' in issue ? issue.issueState : issue.pullState;
    const fact = {
      title: issue.title,
      state: STATES[state],
      ...(issue.closedAt !== null && { closed: issue.closedAt }),
    };
    return isSame(name, key) ? found(fact) : found({ ...fact, name }, 'renamed');
  },
  repository: ({ nameWithOwner: name, isArchived, defaultBranchRef: branch, latestRelease: release }, { key }) => {
    const fact = {
      name,
      archived: isArchived,
      ...(branch !== null && { branch: branch.name }),
      ...(release !== null && { release: release.tagName }),
      ...(release?.publishedAt != null && { released: release.publishedAt }),
    };
    return found(fact, isArchived ? 'archived' : isSame(name, key) ? 'fresh' : 'renamed');
  },
  path: ({ object, defaultBranchRef }) =>
    object === null ? missing('gone', NO_PATH) : found(toChange(defaultBranchRef)),
  words: ({ object, defaultBranchRef }, { words }) =>
    withText(object, (text) => {
      const { entries, missing: lost } = findWords(text, words);
      const change = toChange(defaultBranchRef);
      return found({ ...change, entries: [...entries], ...(lost.length > 0 && { missing: [...lost] }) });
    }),
  workflow: ({ nameWithOwner: repository, defaultBranchRef: branch, object }, question) =>
    object === null || branch === null
      ? missing('gone', 'The default branch has no such workflow.')
      : { next: { question, rest: 'runs', repository, branch: branch.name } },
  asset: ({ latestRelease: release }, question) => {
    if (release === null) return missing('gone', 'The repository has no release.');
    const { nodes, pageInfo } = release.releaseAssets;
    if (nodes.some(({ name }) => fitsWildcard(name, question.asset))) return found({ release: release.tagName });
    return nextPage(question, pageInfo) ?? missing('gone', 'The newest release carries no such file.');
  },
  channel: ({ refs: { nodes, pageInfo } }, question) => {
    const tags = nodes.flatMap(({ name, target }) => {
      // A tag with a message of its own has a day of its own.
      const on = target?.committedDate ?? target?.tagger?.date ?? target?.target?.committedDate;
      return on === undefined ? [] : [{ tag: name, on }];
    });
    const newest = newestTag(tags, question.prefix);
    if (newest !== undefined) return found({ tag: newest.tag, on: newest.on });
    return nextPage(question, pageInfo) ?? missing('gone', 'The repository has no such release tag.');
  },
  folder: ({ object, defaultBranchRef }, question) => {
    if (object === null) return missing('gone', NO_PATH);
    if (object.entries == null) return missing('gone', 'There is no folder of this name, but something else.');
    return readListing(
      object.entries.map(({ name }) => name),
      question,
      defaultBranchRef,
    );
  },
  lines: ({ object, defaultBranchRef }, question) =>
    withText(object, (text) => readListing(text.split(/\r?\n/), question, defaultBranchRef)),
};

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

const NO_PATH = 'The default branch has no such file or folder.';

/** Whoever has a name today need not be who had it: the number tells. */
export function readAccount(
  question: AccountQuestion,
  login: string,
  id: number,
  type: 'User' | 'Organization',
): Outcome {
  if (question.id !== undefined && question.id !== id) return { next: { question, rest: 'account', id: question.id } };
  const fact = { id, kind: type === 'User' ? 'user' : 'organization', login } as const;
  return found(fact, isSame(login, question.login) ? 'fresh' : 'renamed');
}

type History = Read<'path'>['defaultBranchRef'];

function toChange(history: History): { readonly commit?: string; readonly changed?: string } {
  const [last] = history?.target.history.nodes ?? [];
  return last === undefined ? {} : { commit: last.oid, changed: last.committedDate };
}

function withText(file: Read<'lines'>['object'], read: (text: string) => Outcome): Outcome {
  if (file === null) return missing('gone', NO_PATH);
  if (file.isTruncated === true) return missing('stale', 'The file is too large to be read in one piece.');
  return file.text == null ? missing('stale', 'This is no text file.') : read(file.text);
}

function readListing(lines: readonly string[], { pattern }: ListingQuestion, history: History): Outcome {
  const { entries, reason } = findEntries(lines, pattern);
  if (entries === undefined) return missing('stale', reason);
  const { commit } = toChange(history);
  return found({ ...(commit !== undefined && { commit }), entries: [...entries] });
}

/** Where to look on; undefined on the last page. */
function nextPage(
  question: AssetQuestion | ChannelQuestion,
  { hasNextPage, endCursor }: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined },
): Outcome | undefined {
  if (!hasNextPage || endCursor == null) return undefined;
  const page = (question.page ?? 0) + 1;
  if (page >= MAX_PAGES) return missing('stale', 'There are too many to look through.');
  return { next: stepOf({ ...question, after: endCursor, page }) };
}

/** GitHub does not tell capitals apart. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
