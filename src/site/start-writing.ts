import { startThread } from '../io/start-thread.ts';
import { listPictures } from '../outlets/pictures.ts';
import type { Address } from './address.ts';
import { ended } from './ended.ts';
import type { SiteData } from './load.ts';
import type { Writing } from './prerenderer.ts';
import { isAnyFree, listEntryPages, share } from './shared-work.ts';
import type { WriteWork } from './write-thread.ts';

/**
 * Starts the thread that writes what is no page of Astro’s.
 * @param folder the data folder, of which `data` was read
 * @param out the folder of the built site, which is empty
 * @returns with `help`, to be called by who has nothing else to do: draws the pictures that the thread has not come to
 */
export function startWriting(
  folder: string,
  data: SiteData,
  address: Address,
  out: string,
): Writing & { readonly help: () => Promise<void> } {
  const paths = listEntryPages(folder);
  const pages = { paths, states: share(paths.length) };
  const pictures = share(listPictures(data.dataset).length);
  const workerData: WriteWork = { folder, data, address, out, pages, pictures };
  const thread = startThread(new URL('./write-thread.ts', import.meta.url), { workerData, env: { ...process.env } });
  // Where Astro’s own thread fails, nobody waits for it.
  thread.unref();
  const done = ended(thread);
  done.catch(() => undefined);
  const help = async (): Promise<void> => {
    if (!isAnyFree(pictures)) return;
    const { drawPictures } = await import('./picture-files.ts');
    await drawPictures(data.dataset, pictures, out, 'first');
  };
  return { thread, done, pages, help };
}
