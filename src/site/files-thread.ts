import { workerData } from 'node:worker_threads';
import { writeNewFiles } from '../io/write-new-files.ts';
import type { Address } from './address.ts';
import { listFiles } from './files.ts';
import type { SiteData } from './load.ts';

/** What the thread is started with. */
export interface FilesWork {
  readonly data: SiteData;
  readonly address: Address;
  /** The folder of the built site. */
  readonly out: string;
}

const { data, address, out } = workerData as FilesWork;
for (const { path, make } of listFiles(data, address)) writeNewFiles(out, [{ path, content: await make() }]);
