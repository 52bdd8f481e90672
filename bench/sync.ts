import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { run } from '../scripts/support/run.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { parseDataset } from '../src/dataset/parse-dataset.ts';
import { findReferences } from '../src/dataset/references.ts';
import { formatCount } from '../src/diagnostics/summary.ts';
import { readData } from '../src/io/read-data.ts';
import { startThread } from '../src/io/start-thread.ts';
import { TOKEN } from '../test/support/github-server.ts';
import { type Command, median, pathOf, runCommand, runWithPeak } from './measure.ts';
import { formatTable, megabytes, seconds } from './report.ts';
import type { ServerOrder, ServerPlace, ServerReport } from './sync-server.ts';
import { writeSynthetic } from './write-synthetic.ts';

const SIZES = [60, 2_000];

/** How long the server takes for each request, in milliseconds. */
const LATENCY = 50;

/** The promise: so many references in at most so many requests. */
const PROMISE = { references: 1000, requests: 15 };

const HELP = `Measures the sync against a local server that takes ${LATENCY} ms for each request: how many requests it sends, how
long it takes and how much memory it needs, for ${SIZES.join(' and ')} environments. Prints tables.

  npm run bench:sync -- [options]

  --runs N   measured runs of each size (default: 5)

Exit code: 0 the promised number of requests is kept, 1 it is not, 2 could not run.`;

interface Row {
  readonly environments: number;
  readonly references: number;
  /** Of a first run, without a snapshot. */
  readonly graphql: number;
  readonly rest: number;
  readonly seconds: number;
  readonly peakBytes: number;
  /** Of a run on the same day, with the snapshot of the first. */
  readonly again: { readonly requests: number; readonly seconds: number };
}

await run({ help: HELP, options: ['runs'] }, async ({ runs = '5' }) => {
  if (!/^[1-9]\d?$/.test(runs)) throw new UsageError('--runs takes a number from 1 to 99.');
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const rows: Row[] = [];
    for (const size of SIZES) {
      process.stderr.write(`sync of ${size} environments\n`);
      rows.push(await measure(join(scratch, `${size}`), size, Number(runs)));
    }
    const kept = rows.every(({ references, graphql }) => graphql <= allowed(references));
    return { output: formatRows(rows), exitCode: kept ? 0 : 1 };
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

/** How many requests so many references may take. */
function allowed(references: number): number {
  return Math.ceil((references / PROMISE.references) * PROMISE.requests);
}

async function measure(folder: string, size: number, runs: number): Promise<Row> {
  await writeSynthetic(pathOf('data'), folder, size);
  const { dataset } = parseDataset(readData(folder), folder);
  const references = Object.values(findReferences(dataset!)).flat().length;
  const server = startThread(new URL('./sync-server.ts', import.meta.url), {
    workerData: { folder, latency: LATENCY } satisfies ServerOrder,
  });
  try {
    const { apiUrl, graphqlUrl } = (await hear(server)) as ServerPlace;
    const command: Command = {
      args: [pathOf('scripts/sync.ts'), '--data', folder],
      env: { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: graphqlUrl },
    };
    const { peakBytes } = runWithPeak(command);
    const { graphql, rest } = await ask(server);
    const again = runCommand(command).seconds;
    const { graphql: queries, rest: others } = await ask(server);
    const times = Array.from({ length: runs }, () => {
      rmSync(join(folder, 'generated'), { recursive: true });
      return runCommand(command).seconds;
    });
    const first = { graphql, rest, seconds: median(times), peakBytes };
    return { environments: size, references, ...first, again: { requests: queries + others, seconds: again } };
  } finally {
    await server.terminate();
  }
}

/** The next message of the thread. */
async function hear(server: Worker): Promise<unknown> {
  const [message] = (await once(server, 'message')) as [unknown];
  return message;
}

/** What the server was asked since it was last asked about it. Throws where GitHub would not have answered so. */
async function ask(server: Worker): Promise<ServerReport> {
  const heard = hear(server);
  server.postMessage('report');
  const report = (await heard) as ServerReport;
  if (report.wrong.length > 0) throw new Error(report.wrong.join('\n'));
  return report;
}

function formatRows(rows: readonly Row[]): string {
  const table = formatTable(
    [
      'environments',
      'references',
      'GraphQL requests',
      'allowed',
      'REST requests',
      'median',
      'peak memory',
      'same day again',
    ],
    rows.map((row) => [
      String(row.environments),
      String(row.references),
      String(row.graphql),
      String(allowed(row.references)),
      String(row.rest),
      seconds(row.seconds),
      megabytes(row.peakBytes),
      `${formatCount(row.again.requests, 'request')}, ${seconds(row.again.seconds)}`,
    ]),
  );
  return `## Sync\n\n${table}\n\nEach request takes ${LATENCY} ms on the server, beside what answering takes.`;
}
