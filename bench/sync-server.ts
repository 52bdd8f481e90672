import { parentPort, workerData } from 'node:worker_threads';
import { parseDataset } from '../src/dataset/parse-dataset.ts';
import { readData } from '../src/io/read-data.ts';
import { startGithub } from '../test/support/github-server.ts';
import { buildWorld } from './sync-world.ts';

// A thread of its own answers for GitHub: whoever measures waits for the processes that ask, and could not answer.

/** What the thread is told when it starts. */
export interface ServerOrder {
  /** The data folder that it knows everything about. */
  readonly folder: string;
  /** How long each request takes, in milliseconds. */
  readonly latency: number;
}

/** Where the thread is to be asked: the first that it says. */
export interface ServerPlace {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
}

/** What it was asked since it was last asked about it: its answer to any message. */
export interface ServerReport {
  readonly graphql: number;
  readonly rest: number;
  /** What GitHub would not have accepted, or not have answered. */
  readonly wrong: readonly string[];
}

const { folder, latency } = workerData as ServerOrder;
const { dataset } = parseDataset(readData(folder), folder);
if (dataset === undefined) throw new Error(`${folder} is no valid data folder.`);
const world = buildWorld(dataset);
const github = await startGithub(world);
const restart = (): void => {
  github.restart(world);
  github.latency = latency;
};
restart();
parentPort!.on('message', () => {
  const graphql = github.requests.filter((request) => request.graphql !== undefined).length;
  const rest = github.requests.length - graphql;
  parentPort!.postMessage({ graphql, rest, wrong: [...github.wrong] } satisfies ServerReport);
  restart();
});
parentPort!.postMessage({ apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl } satisfies ServerPlace);
