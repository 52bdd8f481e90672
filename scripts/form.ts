import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileForm } from '../src/commands/form.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { type IssueEvent, parseIssueEvent } from '../src/outlets/issue-event.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { givenPath, run } from './support/run.ts';

const HELP = `Turns an issue that was opened with the form “adopt” or “add” into the pieces of a pull request, each a file:
outcome (change, refused or none), then branch, path, entry.yaml, title, message and body, or the comment that says why not.

  node scripts/form.ts --out DIR [options]

  --out DIR      the folder to write to
  --event FILE   the event as GitHub tells it (default: $GITHUB_EVENT_PATH)
  --as-of DATE   the day it is listed, YYYY-MM-DD (default: today)
  --data DIR     the data folder (default: $MATRIX_DATA, else data)

Exit code: 0 written, whatever the outcome; 2 could not run.`;

await run({ help: HELP, options: ['out', 'event', 'as-of', 'data'] }, async (values) => {
  const { event: path = process.env.GITHUB_EVENT_PATH ?? '' } = values;
  const out = givenPath('out', values.out, undefined);
  if (out === undefined) throw new UsageError('--out takes the folder to write to.');
  const event = await readEvent(path);
  const { root, files } = readGivenData(values.data);
  const { files: pieces, ...result } = fileForm(files, event, { root, asOf: givenDay(values['as-of']) });
  await Promise.all(pieces.map((piece) => writeTextFile(resolve(out, piece.path), piece.text)));
  return result;
});

async function readEvent(path: string): Promise<IssueEvent> {
  try {
    return parseIssueEvent(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`The event ${path} is not that of an issue: ${(error as Error).message}`);
  }
}
