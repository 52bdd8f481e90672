import { type Dataset, joinDatasets } from '../dataset/dataset.ts';
import { listData } from '../io/read-data.ts';
import { startThread } from '../io/start-thread.ts';
import { threadCount } from '../io/thread-count.ts';
import { ended } from './ended.ts';
import { judge, readSite, type SiteData } from './load.ts';

/** What a thread is started with. */
export interface Share {
  readonly folder: string;
  /** The files to read, each relative to the folder; `matrix.yaml`, which all are held against, is one of them. */
  readonly paths: readonly string[];
}

/**
 * Reads the data of the site as `readSite` does, where there is much of it in several threads: the one that asks stays
 * free to prepare what the data is for. Throws what that throws.
 */
export async function readInThreads(folder: string): Promise<SiteData> {
  const paths = listData(folder);
  // Errors are rare, and told by one that sees all of them.
  const count = threadCount(paths.length);
  return (count === 1 ? undefined : await readShares(folder, paths, count)) ?? readSite(folder);
}

/** What a number of threads read of a data folder; undefined where there is a mistake in it. Throws what is thrown there. */
export async function readShares(
  folder: string,
  paths: readonly string[],
  count: number,
): Promise<SiteData | undefined> {
  const shares = sharesOf(paths, count).map((share) => readShare({ folder, paths: share }));
  const [first, ...others] = await Promise.all(shares);
  if (first === undefined || !others.every((each) => each !== undefined)) return undefined;
  const judged = judge({ dataset: joinDatasets([first, ...others]), findings: [] });
  return 'dataset' in judged ? judged : undefined;
}

/** The files of each thread: as many of each kind as any other has, and the one that all need. */
function sharesOf(paths: readonly string[], count: number): readonly (readonly string[])[] {
  const others = paths.filter((path) => path !== 'matrix.yaml');
  return Array.from({ length: count }, (_, index) => [
    'matrix.yaml',
    ...others.filter((_path, place) => place % count === index),
  ]);
}

/** What a thread read; undefined where there is a mistake in it. Throws what is thrown there. */
async function readShare(share: Share): Promise<Dataset | undefined> {
  const thread = startThread(new URL('./read-thread.ts', import.meta.url), { workerData: share });
  let dataset: Dataset | undefined;
  thread.once('message', (read: Dataset | undefined) => {
    dataset = read;
  });
  await ended(thread);
  return dataset;
}
