import { workerData } from 'node:worker_threads';
import type { SiteData } from './load.ts';
import { type SmallFilesOptions, writeSmallFiles } from './write-small-files.ts';

/** What the thread is started with. */
export interface SmallFilesWork {
  /** Its entries have no sources: what is written says nothing of the files that it comes from. */
  readonly data: SiteData;
  readonly options: SmallFilesOptions;
}

const { data, options } = workerData as SmallFilesWork;
await writeSmallFiles(data, options);
