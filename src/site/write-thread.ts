import { on } from 'node:events';
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

/** What the thread is started with. What there is to write follows as a message, then the address of the module for pages. */
export interface WritePlace {
  readonly folder: string;
  readonly address: Address;
  /** The folder of the built site. */
  readonly out: string;
}

/** What there is to write. */
export interface WriteWork {
  readonly data: SiteData;
  readonly pages: SharedPages;
  readonly pictures: States;
}

const { folder, address, out } = workerData as WritePlace;
const messages = on(parentPort!, 'message');
const receive = async (): Promise<unknown> => ((await messages.next()).value as [unknown])[0];

const { data, pages, pictures } = (await receive()) as WriteWork;
const write = newFileWriter(out);
for (const { path, make } of listFiles(data, address)) write({ path, content: await make() });
await drawPictures(data.dataset, pictures, out, 'last');

const entry = (await receive()) as string;
// Nothing else comes: who listens on would keep the thread from ending.
await messages.return!();
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
