import type { DataFile } from '../dataset/data-file.ts';
import { explainFailure } from '../github/failure.ts';
import type { PullRequests } from '../github/pull-requests.ts';
import type { Head } from '../github/workflow-run.ts';
import { REVIEW_MARKER } from '../markdown/format-review.ts';
import type { CommandResult } from './command.ts';
import { showReview } from './review.ts';
import { UsageError } from './usage-error.ts';

/** What a comment is made from. */
interface CommentOptions {
  /** The JSON of a review, as somebody handed it in. */
  readonly review: string;
  /** The commit that was reviewed. */
  readonly head: Head;
  /** The project’s own data, which says where links lead. */
  readonly files: readonly DataFile[];
  readonly root: string;
}

/**
 * Writes a review as the one comment on its pull request, or edits that comment. Nothing but the review’s own form gets
 * there, and nowhere but where GitHub says that its commit belongs. Throws a UsageError where the text is no review, with
 * GitHub not asked, and where GitHub fails.
 */
export async function comment(options: CommentOptions, pulls: PullRequests): Promise<CommandResult> {
  const { review, head, files, root } = options;
  const body = showReview(review, files, root).output.trimEnd();
  const found = await ask('The pull request cannot be found', pulls.findOpen(head));
  const [pull] = found;
  if (pull === undefined)
    return say(`No open pull request is at ${head.sha}: it was closed, or has moved on. Nothing is written.`);
  if (found.length > 1)
    return say(`The pull requests ${found.join(', ')} are all at ${head.sha}. Which was reviewed is not known.`);
  const written = await ask(`The comments on #${pull} cannot be read`, pulls.listBotComments(pull));
  const own = written.find((each) => each.body.startsWith(REVIEW_MARKER));
  if (own?.body === body) return say(`The comment on #${pull} stays as it is.`);
  const sent = own === undefined ? pulls.createComment(pull, body) : pulls.updateComment(own.id, body);
  await ask(`The comment on #${pull} cannot be written`, sent);
  return say(`The comment on #${pull} is ${own === undefined ? 'written' : 'edited'}.`);
}

async function ask<Answer>(failing: string, answer: Promise<Answer>): Promise<Answer> {
  return await answer.catch((error: unknown) => {
    throw new UsageError(`${failing}. ${explainFailure(error).failed.reason}`);
  });
}

function say(message: string): CommandResult {
  return { output: '', message, exitCode: 0 };
}
