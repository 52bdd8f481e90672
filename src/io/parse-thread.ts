import './copy-environment.ts';
import { parentPort, workerData } from 'node:worker_threads';
import type { DataFile } from '../dataset/data-file.ts';
import type { Entry } from '../dataset/dataset.ts';
import { parseDataset, type Reading } from '../dataset/parse-dataset.ts';

/** What a thread is started with. */
export interface ParseWork {
  readonly root: string;
  /** `matrix.yaml`, which all are held against, is one of them. */
  readonly files: readonly DataFile[];
}

/** What a file says of which there is nothing to report: its path in the data folder, and the entry. */
export type CleanFile = readonly [path: string, entry: Entry<unknown>];

const { root, files } = workerData as ParseWork;
const { readings } = parseDataset(files, root);
const isClean = ({ content, text, findings, value }: Reading): boolean =>
  value !== undefined && text === content && findings.length === 0;
const clean = [...readings]
  .filter(([path, reading]) => path !== 'matrix.yaml' && isClean(reading))
  .map(([path, { value }]): CleanFile => {
    const entry = value as Entry<unknown>;
    // Who asked has the text.
    return [path, { ...entry, source: { ...entry.source, text: '' } }];
  });
parentPort!.postMessage(clean);
