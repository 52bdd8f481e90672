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
import { isAnyFree, markMade, type SharedPages, takePage, makePage } from './shared-pages.ts';

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
}

const { folder, address, out } = workerData as WritePlace;
const messages = on(parentPort!, 'message');
const receive = async (): Promise<unknown> => ((await messages.next()).value as [unknown])[0];

const { data, pages } = (await receive()) as WriteWork;
const write = newFileWriter(out);
for (const { path, make } of listFiles(data, address)) write({ path, content: await make() });

const entry = (await receive()) as string;
// Nothing else comes: who listens on would keep the thread from ending.
await messages.return!();
writeSchemas();
// Where there are few pages, all are made by now.
if (isAnyFree(pages)) await makePages(entry);

/** Puts the schemas of this data over those of the first project, which Astro has copied by now. */
function writeSchemas(): void {
  const { value } = data.dataset.matrix;
  for (const { name, text } of [...buildEditorSchemas(value), ...buildOutletSchemas(value)])
    changeFile(join(out, 'schema', `${name}.json`), () => text);
}

/** Makes pages from the last one on, because the thread that started this one begins with the first. */
async function makePages(entry: string): Promise<void> {
  await loadSite(folder, () => data);
  const { createApp } = (await import(entry)) as typeof AppEntry;
  const app = createApp({ streaming: false });
  for (const [index, path] of [...pages.paths.entries()].toReversed()) {
    if (!takePage(pages, index)) break;
    const request = new Request(`${address.origin}${address.base}${path}`);
    await makePage(out, path, () => app.render(request, { routeData: app.match(request, true)! }));
    markMade(pages, index);
  }
}
