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
  readonly head?: string;
  readonly author?: string;
  /** What GitHub tells of the pull request. */
  readonly event?: object;
  readonly format?: (typeof REVIEW_FORMATS)[number];
}

/** Reviews a repository as the command does: by default what the branch `pull` adds to `main`, by who maintains the entries. */
export function reviewRepository({ folder }: Pick<TestRepository, 'folder'>, call: ReviewCall = {}): CommandResult {
  const { base = 'main', head = 'pull', author = '@octocat', event = {}, format = 'markdown' } = call;
  const { agreed } = parseEvent(JSON.stringify(event));
  return review(readRevisions(join(folder, 'data'), base, head), { author, agreed, format, asOf: AS_OF });
}
