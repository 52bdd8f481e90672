import { join } from 'node:path';
import type { CommandResult } from '../../src/commands/command.ts';
import { review, type REVIEW_FORMATS } from '../../src/commands/review.ts';
import { readRevisions } from '../../src/io/read-revisions.ts';
import { parseEvent } from '../../src/review/event.ts';
import { AS_OF } from './acme-data.ts';
import type { TestRepository } from './git-repository.ts';

/** How a repository is reviewed. */
export interface ReviewCall {
  readonly base?: string;
  readonly head: string;
  readonly author?: string;
  /** What GitHub tells of the pull request. */
  readonly event?: object;
}

/** What the command says of a pull request, in one of its forms. */
export type ReviewIn = (format: (typeof REVIEW_FORMATS)[number]) => CommandResult;

/** Reviews what a branch adds to another as the command does; by default to `main`, for who maintains the first entry. */
export function reviewRepository({ folder }: Pick<TestRepository, 'folder'>, call: ReviewCall): ReviewIn {
  const { base = 'main', head, author = '@octocat', event = {} } = call;
  const { agreed } = parseEvent(JSON.stringify(event));
  const pair = readRevisions(join(folder, 'data'), base, head);
  return (format) => review(pair, { author, agreed, format, asOf: AS_OF });
}
