import { join } from 'node:path';
import { readConnection } from '../src/commands/read-connection.ts';
import { sync } from '../src/commands/sync.ts';
import { SNAPSHOT_PATH } from '../src/dataset/data-file.ts';
import { connect } from '../src/github/octokit.ts';
import { createReporter } from '../src/github/progress.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { paint, run } from './support/run.ts';

const HELP = `Asks GitHub about everything that the data refers to, and writes the answers to generated/github.json.

  npm run sync -- [options]

  --data DIR      the data folder (default: $MATRIX_DATA, else data)
  --as-of DATE    the day of the run, YYYY-MM-DD (default: today)
  --check         judge the data by the answers, and exit with 1 where it has drifted
  --all           ask about everything, also about what was answered earlier that day
  --accept-gone   write also where more than a tenth of the values would newly be gone

The token is read from GITHUB_TOKEN, the server from GITHUB_API_URL and GITHUB_GRAPHQL_URL.

What GitHub fails to answer stays as it was, labelled with the reason and the day of the last answer. Where its limit
is reached, a run sits out a short wait; else it writes what it has. The next run goes on from there: on one day nothing
is asked twice that was answered well, except for what depends on words of the data, such as watched listings. A run
without news changes one line, the day. Where GitHub answers nothing at all, or a run is interrupted, nothing is written.

Exit code: 0 done, 1 drift with --check, 2 could not run.`;

await run({ help: HELP, options: ['data', 'as-of'], flags: ['check', 'all', 'accept-gone'] }, async (values, flags) => {
  const asOf = givenDay(values['as-of']);
  const { folder, root, files } = readGivenData(values.data);
  const reporter = createReporter(process.stderr, () => performance.now());
  const path = join(folder, SNAPSHOT_PATH);
  let isWriting = false;
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      // Writing takes no time worth interrupting.
      if (isWriting) return;
      process.stderr.write('\nInterrupted: nothing was written.\n');
      process.exit(exitCode);
    });
  }
  return await sync(
    files,
    {
      root,
      asOf,
      check: flags.has('check'),
      all: flags.has('all'),
      acceptGone: flags.has('accept-gone'),
      paint: paint(),
    },
    {
      github: connect({ ...readConnection(process.env), onWait: reporter.onWait }),
      onProgress: reporter.onProgress,
      write: (text) => {
        isWriting = true;
        return writeTextFile(path, text);
      },
    },
  );
});
