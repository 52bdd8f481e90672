import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type * as AppEntry from 'astro/app/entrypoint';
import { writeTextFile } from '../io/write-file.ts';
import { writeNewFiles } from '../io/write-new-files.ts';
import { buildEditorSchemas } from '../outlets/editor-schemas.ts';
import { buildOutletSchemas } from '../outlets/outlet-schemas.ts';
import type { Address } from './address.ts';
import { listFiles } from './files.ts';
import { loadSite, type SiteData } from './load.ts';
import { type SharedPages, takePage, writePage } from './shared-pages.ts';

/** What the thread is started with. The address of the module that makes pages follows as a message. */
export interface WriteWork {
  readonly folder: string;
  readonly data: SiteData;
  readonly address: Address;
  /** The folder of the built site. */
  readonly out: string;
  readonly pages: SharedPages;
}

const { folder, data, address, out, pages } = workerData as WriteWork;
for (const { path, make } of listFiles(data, address)) writeNewFiles(out, [{ path, content: await make() }]);

const [entry] = (await once(parentPort!, 'message')) as [string];
await writeSchemas();
// Where there are few pages, all are made by now.
if (pages.taken.includes(0)) await makePages(entry);

/** Puts the schemas of this data over those of the first project, which Astro has copied by now. */
async function writeSchemas(): Promise<void> {
  const { value } = data.dataset.matrix;
  for (const { name, text } of [...buildEditorSchemas(value), ...buildOutletSchemas(value)])
    await writeTextFile(join(out, 'schema', `${name}.json`), text);
}

/** Makes pages from the last one on, because the thread that started this one begins with the first. */
async function makePages(entry: string): Promise<void> {
  await loadSite(folder, () => Promise.resolve(data));
  const { createApp } = (await import(entry)) as typeof AppEntry;
  const app = createApp({ streaming: false });
  for (const [index, path] of [...pages.paths.entries()].toReversed()) {
    if (!takePage(pages, index)) continue;
    const request = new Request(`${address.origin}${address.base}${path}`);
    await writePage(out, path, await app.render(request, { routeData: app.match(request, true)! }));
  }
}
