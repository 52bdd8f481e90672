import { once } from 'node:events';
import type { DataFile } from '../dataset/data-file.ts';
import { type ParsedDataset, parseDataset, type Reading } from '../dataset/parse-dataset.ts';
import type { CleanFile, ParseWork } from './parse-thread.ts';
import { startThread } from './start-thread.ts';
import { threadCount } from './thread-count.ts';

/** Parses the files of a data folder as `parseDataset` does, where there are many of them in several threads. */
export async function parseInThreads(files: readonly DataFile[], root: string): Promise<ParsedDataset> {
  const count = threadCount(files.length);
  return count === 1 ? parseDataset(files, root) : parseShares(files, root, count);
}

/**
 * The same in a number of threads, of which this is one. The others give what there is nothing to report of; every other
 * file is parsed again here, so that words and order are those of one thread.
 */
export async function parseShares(files: readonly DataFile[], root: string, count: number): Promise<ParsedDataset> {
  const entries = files.filter(({ path }) => /^(?:environments|providers)\//.test(path));
  const matrix = files.filter(({ path }) => path === 'matrix.yaml');
  const others = Array.from({ length: count - 1 }, (_, share) =>
    parseShare({ root, files: [...matrix, ...entries.filter((_file, place) => place % count === share + 1)] }),
  );
  const own = parseDataset([...matrix, ...entries.filter((_file, place) => place % count === 0)], root);
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const readings = new Map(own.readings);
  for (const [path, { value, source }] of (await Promise.all(others)).flat()) {
    const content = contents.get(path)! as string;
    const reading: Reading = {
      content,
      matrix: own.dataset?.matrix,
      value: { value, source: { ...source, text: content } },
      findings: [],
      text: content,
    };
    readings.set(path, reading);
  }
  return parseDataset(files, root, { earlier: { readings } });
}

/** What another thread finds nothing wrong with. Where it fails, that is nothing. */
async function parseShare(work: ParseWork): Promise<readonly CleanFile[]> {
  const thread = startThread(new URL('./parse-thread.ts', import.meta.url), { workerData: work });
  let clean: readonly CleanFile[] = [];
  thread.once('message', (found: readonly CleanFile[]) => {
    clean = found;
  });
  await once(thread, 'exit').catch(() => undefined);
  return clean;
}
