import './support/copy-environment.ts';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { review, REVIEW_FORMATS, showReview } from '../src/commands/review.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { readData } from '../src/io/read-data.ts';
import { readRevisions } from '../src/io/read-revisions.ts';
import { isDate } from '../src/model/day.ts';
import { type Event, parseEvent } from '../src/review/event.ts';
import { dataFolder, oneOf, paint, run, today } from './support/run.ts';

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

/** The largest file that is read besides the data. */
const MOST_BYTES = 32 * 1024 * 1024;

const OPTIONS = ['base', 'head', 'format', 'author', 'event', 'data', 'as-of', 'from'];

await run({ help: HELP, options: OPTIONS }, async (values) => {
  const folder = dataFolder(values.data);
  if (values.from !== undefined) {
    const text = readText(values.from);
    return showReview(text, await readData(resolve(folder)).catch(refuse), folder);
  }
  const { base, head = 'HEAD', 'as-of': asOf = today() } = values;
  if (base === undefined) throw new UsageError(`--base is missing.\n\n${HELP}`);
  if (!isDate(asOf)) throw new UsageError(`--as-of takes a day, YYYY-MM-DD, not “${asOf}”.`);
  const format = oneOf('format', values.format ?? 'text', REVIEW_FORMATS);
  const { author, agreed } = readEvent(values.event);
  const given = values.author === undefined ? author : `@${values.author.replace(/^@/, '')}`;
  return review(readRepository(folder, base, head), { author: given, agreed, format, asOf, paint: paint() });
});

function readRepository(folder: string, base: string, head: string): ReturnType<typeof readRevisions> {
  try {
    return readRevisions(folder, base, head);
  } catch (error) {
    if ((error as Error).name === 'GitError') refuse(error);
    throw error;
  }
}

function readEvent(file: string | undefined): Event {
  if (file === undefined) return { author: undefined, agreed: new Set() };
  try {
    return parseEvent(readText(file));
  } catch (error) {
    throw new UsageError(`${file} is not an event: ${(error as Error).message}`);
  }
}

function readText(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new UsageError(`${file} has ${size} bytes; ${MOST_BYTES} are read at most.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  throw new UsageError((error as Error).message);
}
