import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type * as AppEntry from 'astro/app/entrypoint';
import { changeFile } from '../io/change-file.ts';
import { newFileWriter } from '../io/write-new-files.ts';
import { buildEditorSchemas } from '../outlets/editor-schemas.ts';
import { buildOutletSchemas } from '../outlets/outlet-schemas.ts';
import type { Address } from './address.ts';
import { listFiles } from './files.ts';
import { loadSite, type SiteData } from './load.ts';
import { drawPictures } from './picture-files.ts';
import { makePage, markDone, type SharedPages, type States, take } from './shared-work.ts';

/** What the thread is started with. The address of the module that makes pages follows as a message. */
export interface WriteWork {
  /** The data folder, of which `data` was read. */
  readonly folder: string;
  readonly data: SiteData;
  readonly address: Address;
  /** The folder of the built site. */
  readonly out: string;
  readonly pages: SharedPages;
  readonly pictures: States;
}

const { folder, data, address, out, pages, pictures } = workerData as WriteWork;
/** It may come before it is asked for. */
const bundled = once(parentPort!, 'message') as Promise<[string]>;

const write = newFileWriter(out);
for (const { path, make } of listFiles(data, address)) write({ path, content: await make() });
await drawPictures(data.dataset, pictures, out, 'last');

const [entry] = await bundled;
writeSchemas();
await makePages(entry);

/** Puts the schemas of this data over those of the first project, which Astro has copied by now. */
function writeSchemas(): void {
  const { value } = data.dataset.matrix;
  for (const { name, text } of [...buildEditorSchemas(value), ...buildOutletSchemas(value)])
    changeFile(join(out, 'schema', `${name}.json`), () => text);
}

/** Makes pages from the last one on, because the thread that started this one begins with the first. */
async function makePages(entry: string): Promise<void> {
  let app: ReturnType<typeof AppEntry.createApp> | undefined;
  for (const [index, path] of [...pages.paths.entries()].toReversed()) {
    if (!take(pages.states, index)) return;
    // Only now: where no page is left, Astro deletes what makes them.
    const maker = (app ??= await loadApp(entry));
    const request = new Request(`${address.origin}${address.base}${path}`);
    await makePage(out, path, () => maker.render(request, { routeData: maker.match(request, true)! }));
    markDone(pages.states, index);
  }
}

async function loadApp(entry: string): Promise<ReturnType<typeof AppEntry.createApp>> {
  await loadSite(folder, () => data);
  const { createApp } = (await import(entry)) as typeof AppEntry;
  return createApp({ streaming: false });
}
