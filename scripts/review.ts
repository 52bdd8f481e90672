import '../src/io/copy-environment.ts';
import { review, REVIEW_FORMATS, showReview } from '../src/commands/review.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { hasUncommitted } from '../src/io/git.ts';
import { readRevisions, type Revisions } from '../src/io/read-revisions.ts';
import { readSmallFile } from '../src/io/read-small-file.ts';
import { type Event, parseEvent } from '../src/review/event.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { dataFolder, oneOf, paint, run } from './support/run.ts';

const HELP = `Says what a pull request means: what changes, what follows, what is wrong, and who has to agree.

  npm run review -- --base REV [options]
  npm run review -- --from FILE [--data DIR]

  --base REV        what to compare with: a branch, a tag or a commit; the review is of what came since both went apart
  --head REV        what to judge (default: HEAD)
  --format FORM     ${REVIEW_FORMATS.join(', ')} (default: text); markdown is for a comment
  --author HANDLE   who opened the pull request; github-actions[bot] for the one that brings what sync collected
  --event FILE      JSON: GitHub's pull_request event, with "reviews" and "comments" as its API lists them
  --data DIR        the data folder (default: $MATRIX_DATA, else data)
  --as-of DATE      the day to judge by, YYYY-MM-DD (default: today)
  --from FILE       the JSON of a review that was made before: prints it as a comment, compares nothing

It reads git's objects: nothing is checked out, nothing of a revision is run, and nobody is asked over the network.
Exit code: 0 it brings no error, 1 some, 2 could not run.`;

/** The largest file that is read besides the data, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

const OPTIONS = ['base', 'head', 'format', 'author', 'event', 'data', 'as-of', 'from'];

await run({ help: HELP, options: OPTIONS }, (values) => {
  if (values.from !== undefined) {
    const { files, root } = readGivenData(values.data);
    return showReview(readText(values.from), files, root);
  }
  const { base, head = 'HEAD' } = values;
  if (base === undefined) throw new UsageError(`--base is missing.\n\n${HELP}`);
  const asOf = givenDay(values['as-of']);
  const format = oneOf('format', values.format ?? 'text', REVIEW_FORMATS);
  const { author, agreed } = readEvent(values.event);
  const given = values.author === undefined ? author : `@${values.author.replace(/^@/, '')}`;
  const folder = dataFolder(values.data);
  const revisions = readRepository(folder, base, head);
  const result = review(revisions, { author: given, agreed, format, asOf, paint: paint() });
  if (values.head !== undefined || !hasUncommitted(folder)) return result;
  const warning = `What is not committed in ${folder} is not in it: commit first.`;
  return { ...result, message: [result.message, warning].filter((each) => each !== undefined).join('\n') };
});

function readRepository(folder: string, base: string, head: string): Revisions {
  try {
    return readRevisions(folder, base, head);
  } catch (error) {
    if ((error as Error).name === 'GitError') throw new UsageError((error as Error).message);
    throw error;
  }
}

function readEvent(file: string | undefined): Event {
  if (file === undefined) return { author: undefined, agreed: new Set() };
  const text = readText(file);
  try {
    return parseEvent(text);
  } catch (error) {
    throw new UsageError(`${file} is not an event: ${(error as Error).message}`);
  }
}

function readText(file: string): string {
  try {
    return readSmallFile(file, MOST_BYTES);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
