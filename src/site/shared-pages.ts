import { setImmediate } from 'node:timers/promises';
import { writeNewFiles } from '../io/write-new-files.ts';
import type { SiteData } from './load.ts';

/** The pages of entries, of which there may be thousands: two threads make them, each those that it takes first. */
export interface SharedPages {
  /** Where each is, from the root of the site: `environments/aws-ec2/`. */
  readonly paths: readonly string[];
  /** A byte for each, 1 from when a thread takes it; all threads see the same bytes. */
  readonly taken: Uint8Array<SharedArrayBuffer>;
}

/** The pages of all entries, none of them taken. */
export function sharePages({ dataset }: SiteData): SharedPages {
  const paths = (['environments', 'providers'] as const).flatMap((kind) =>
    dataset[kind].map(({ id }) => `${kind}/${id}/`),
  );
  return { paths, taken: new Uint8Array(new SharedArrayBuffer(paths.length)) };
}

/** Takes a page, unless it is taken already; returns whether it was to be had. */
export function takePage({ taken }: SharedPages, index: number): boolean {
  return Atomics.exchange(taken, index, 1) === 0;
}

/**
 * Writes a page into the folder of the site, at once: to wait for the system four times a page takes longer than to write
 * it. Throws where the page is no page, or what `node:fs` throws.
 */
export async function writePage(out: string, path: string, response: Response): Promise<void> {
  if (response.status !== 200) throw new Error(`The page ${path} could not be made: ${response.status}.`);
  writeNewFiles(out, [{ path: `${path}index.html`, content: await response.bytes() }]);
  // Nothing here waits for the system, so that whatever does, such as what frees memory, would wait for the last page.
  await setImmediate();
}
