import type { Question } from './question.ts';

/**
 * What GitHub is asked for each kind of question: a GraphQL document of one field. Names and patterns that come from
 * the data are variables, and never part of a document.
 */
export const QUERIES = {
  // A user or an organization; GitHub is silent here about what is not there.
  account: `query ($login: String!) {
    repositoryOwner(login: $login) { login ... on User { databaseId } ... on Organization { databaseId } __typename }
  }`,
  // Unlike the one above, this one says so.
  user: `query ($login: String!) {
    user(login: $login) { login databaseId __typename }
  }`,
  team: `query ($organization: String!, $slug: String!) {
    organization(login: $organization) { login team(slug: $slug) { databaseId slug } }
  }`,
  issue: `query ($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      issueOrPullRequest(number: $number) {
        ... on Issue { title issueState: state closedAt number repository { nameWithOwner } }
        ... on PullRequest { title pullState: state closedAt number repository { nameWithOwner } }
      }
    }
  }`,
  repository: `query ($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner isArchived defaultBranchRef { name } latestRelease { tagName publishedAt }
    }
  }`,
  path: `query ($owner: String!, $name: String!, $expression: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: $expression) { __typename }
      defaultBranchRef { target { ... on Commit { history(first: 1, path: $path) { nodes { oid committedDate } } } } }
    }
  }`,
  words: `query ($owner: String!, $name: String!, $expression: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: $expression) { __typename ... on Blob { isBinary isTruncated text } }
      defaultBranchRef { target { ... on Commit { history(first: 1, path: $path) { nodes { oid committedDate } } } } }
    }
  }`,
  workflow: `query ($owner: String!, $name: String!, $expression: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner defaultBranchRef { name } object(expression: $expression) { __typename }
    }
  }`,
  asset: `query ($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      latestRelease {
        tagName releaseAssets(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
      }
    }
  }`,
  channel: `query ($owner: String!, $name: String!, $prefix: String, $after: String) {
    repository(owner: $owner, name: $name) {
      refs(
        refPrefix: "refs/tags/", query: $prefix, first: 100, after: $after
        orderBy: { field: TAG_COMMIT_DATE, direction: DESC }
      ) {
        nodes {
          name
          target {
            ... on Commit { committedDate }
            ... on Tag { tagger { date } target { ... on Commit { committedDate } } }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  folder: `query ($owner: String!, $name: String!, $expression: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: $expression) { __typename ... on Tree { entries { name } } }
      defaultBranchRef { target { ... on Commit { history(first: 1, path: $path) { nodes { oid committedDate } } } } }
    }
  }`,
  lines: `query ($owner: String!, $name: String!, $expression: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: $expression) { __typename ... on Blob { isBinary isTruncated text } }
      defaultBranchRef { target { ... on Commit { history(first: 1, path: $path) { nodes { oid committedDate } } } } }
    }
  }`,
} as const satisfies Record<Question['kind'] | 'user', string>;

/** A kind of question that one GraphQL field answers. */
export type Query = keyof typeof QUERIES;

/** The values of a query’s variables. */
export type Variables = Readonly<Record<string, string | number | null>>;
