import { Worker } from 'node:worker_threads';
import { listPictures } from '../outlets/pictures.ts';
import type { Address } from './address.ts';
import { ended } from './ended.ts';
import { loadSite } from './load.ts';
import type { Writing } from './prerenderer.ts';
import { isAnyFree, listEntryPages, share } from './shared-work.ts';
import type { WritePlace, WriteWork } from './write-thread.ts';

/**
 * Starts the thread that writes what is no page of Astro’s. It gets ready while the data is being read, and begins when
 * that is done. Throws what `loadSite` throws.
 * @param out the folder of the built site, which is empty
 * @returns with `help`, to be called by who has nothing else to do: draws the pictures that the thread has not come to
 */
export async function startWriting(
  folder: string,
  address: Address,
  out: string,
): Promise<Writing & { readonly help: () => Promise<void> }> {
  const workerData: WritePlace = { folder, address, out };
  const thread = new Worker(new URL('./write-thread.ts', import.meta.url), { workerData, env: { ...process.env } });
  // Where Astro’s own thread fails, nobody waits for it.
  thread.unref();
  const done = ended(thread);
  done.catch(() => undefined);
  const data = await loadSite(folder);
  const paths = listEntryPages(folder);
  const pages = { paths, states: share(paths.length) };
  const pictures = share(listPictures(data.dataset).length);
  const work: WriteWork = { data, pages, pictures };
  thread.postMessage(work);
  const help = async (): Promise<void> => {
    if (!isAnyFree(pictures)) return;
    const { drawPictures } = await import('./picture-files.ts');
    await drawPictures(data.dataset, pictures, out, 'first');
  };
  return { thread, done, pages, help };
}
