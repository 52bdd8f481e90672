import { z } from 'zod';

/** A moment as GitHub writes it, taken as the day in the time zone of Greenwich. */
const day = z.iso.datetime({ offset: true }).transform((moment) => new Date(moment).toISOString().slice(0, 10));

const page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const branch = z.object({ name: z.string() }).nullable();
const typed = z.object({ __typename: z.string() }).nullable();

const lastChange = z
  .object({
    target: z.object({ history: z.object({ nodes: z.array(z.object({ oid: z.string(), committedDate: day })) }) }),
  })
  .nullable();

const file = z
  .object({
    __typename: z.string(),
    isBinary: z.boolean().nullish(),
    isTruncated: z.boolean().optional(),
    text: z.string().nullish(),
  })
  .nullable();

/** What an issue has in common with a pull request. */
const issue = {
  title: z.string(),
  closedAt: day.nullable(),
  number: z.int(),
  repository: z.object({ nameWithOwner: z.string() }),
};

/** The answers of GitHub’s GraphQL interface, one for each query: only what we asked for, checked before it is used. */
export const SHAPES = {
  account: z.object({ login: z.string(), databaseId: z.int(), __typename: z.enum(['User', 'Organization']) }),
  user: z.object({ login: z.string(), databaseId: z.int(), __typename: z.literal('User') }),
  team: z.object({ login: z.string(), team: z.object({ databaseId: z.int(), slug: z.string() }).nullable() }),
  issue: z.object({
    issueOrPullRequest: z.union([
      z.object({ ...issue, issueState: z.enum(['OPEN', 'CLOSED']) }),
      z.object({ ...issue, pullState: z.enum(['OPEN', 'CLOSED', 'MERGED']) }),
    ]),
  }),
  repository: z.object({
    nameWithOwner: z.string(),
    isArchived: z.boolean(),
    defaultBranchRef: branch,
    latestRelease: z.object({ tagName: z.string(), publishedAt: day.nullable() }).nullable(),
  }),
  path: z.object({ object: typed, defaultBranchRef: lastChange }),
  words: z.object({ object: file, defaultBranchRef: lastChange }),
  workflow: z.object({ nameWithOwner: z.string(), defaultBranchRef: branch, object: typed }),
  asset: z.object({
    latestRelease: z
      .object({
        tagName: z.string(),
        releaseAssets: z.object({ nodes: z.array(z.object({ name: z.string() })), pageInfo: page }),
      })
      .nullable(),
  }),
  channel: z.object({
    refs: z.object({
      nodes: z.array(
        z.object({
          name: z.string(),
          target: z
            .object({
              committedDate: day.optional(),
              tagger: z.object({ date: day.nullable() }).nullish(),
              target: z.object({ committedDate: day.optional() }).optional(),
            })
            .nullable(),
        }),
      ),
      pageInfo: page,
    }),
  }),
  folder: z.object({
    object: z.object({ __typename: z.string(), entries: z.array(z.object({ name: z.string() })).nullish() }).nullable(),
    defaultBranchRef: lastChange,
  }),
  lines: z.object({ object: file, defaultBranchRef: lastChange }),
} as const;

/** The answers of GitHub’s REST interface. */
export const REST_SHAPES = {
  account: z.object({ login: z.string(), id: z.int(), type: z.enum(['User', 'Organization']) }),
  runs: z.object({
    workflow_runs: z.array(
      z.object({ conclusion: z.string().nullable(), created_at: day, run_started_at: day.optional() }),
    ),
  }),
} as const;
