import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import type { CommandResult } from '../../src/commands/command.ts';
import { sync, type SyncOptions } from '../../src/commands/sync.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { connect } from '../../src/github/octokit.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { ROOT } from './acme-data.ts';
import { type GithubServer, TOKEN } from './github-server.ts';

/** What a run of `sync` did. */
export interface SyncRun extends CommandResult {
  readonly message: string;
  /** What it wrote; undefined where it wrote nothing. */
  readonly written: string | undefined;
  /** The data folder after it. */
  readonly files: readonly DataFile[];
}

/**
 * Runs `sync` over a data folder as its process would, against a local server. A second of waiting takes no time to
 * speak of; after `timeout` milliseconds a request is given up.
 */
export async function runSync(
  files: readonly DataFile[],
  github: GithubServer,
  options: Omit<SyncOptions, 'root'>,
  timeout = 10_000,
): Promise<SyncRun> {
  let written: string | undefined;
  const result = await sync(
    files,
    { root: ROOT, ...options },
    {
      github: connect({ token: TOKEN, apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl, timeout, second: 0.01 }),
      write: (text) => {
        written = text;
        return Promise.resolve();
      },
    },
  ).catch((error: unknown): CommandResult => {
    if (!(error instanceof UsageError)) throw error;
    return { output: '', message: error.message, exitCode: 2 };
  });
  const next = written === undefined ? files : withSnapshot(files, written);
  return { ...result, message: result.message ?? '', written, files: next };
}

/** A data folder with another snapshot. */
function withSnapshot(files: readonly DataFile[], text: string): readonly DataFile[] {
  return [...files.filter(({ path }) => path !== SNAPSHOT_PATH), { path: SNAPSHOT_PATH, content: text }];
}

/** The snapshot of a data folder; undefined where there is none. Throws where it cannot be read. */
export function snapshotOf(files: readonly DataFile[]): Snapshot | undefined {
  const { dataset, findings } = parseDataset(files, ROOT);
  if (findings.length > 0) throw new Error(findings.map(({ file, reason }) => `${file}: ${reason}`).join('\n'));
  return dataset?.snapshot;
}
