import { comment } from '../src/commands/comment.ts';
import { readConnection } from '../src/commands/read-connection.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { connectPullRequests } from '../src/github/pull-requests.ts';
import { parseWorkflowRun } from '../src/github/workflow-run.ts';
import { readSmallFile } from '../src/io/read-small-file.ts';
import { readGivenData } from './support/data.ts';
import { run } from './support/run.ts';

const HELP = `Writes a review as a comment on its pull request; the comment that it wrote before is edited.

  node scripts/comment.ts --review FILE --event FILE [--data DIR]

  --review FILE   the JSON of a review; nothing in it is trusted
  --event FILE    GitHub's workflow_run event: by its commit the pull request is found
  --data DIR      the data folder, which says where links lead (default: $MATRIX_DATA, else data)

The token is read from GITHUB_TOKEN, the server from GITHUB_API_URL.

Exit code: 0 written, or there is nothing to write to; 2 could not run.`;

/** The largest file that is read, in bytes: several times what the review of 500 entries takes. */
const MOST_BYTES = 4 * 1024 * 1024;

await run({ help: HELP, options: ['review', 'event', 'data'] }, async (values) => {
  const { review, event } = values;
  if (review === undefined || event === undefined)
    throw new UsageError(`--review and --event are both needed.\n\n${HELP}`);
  const found = parseWorkflowRun(readText(event));
  if (found === undefined) throw new UsageError(`${event} is not GitHub’s event of a workflow run.`);
  const { files, root } = readGivenData(values.data);
  const pulls = connectPullRequests(readConnection(process.env), found.repository);
  return await comment({ review: readText(review), head: found.head, files, root }, pulls);
});

function readText(file: string): string {
  try {
    return readSmallFile(file, MOST_BYTES);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
