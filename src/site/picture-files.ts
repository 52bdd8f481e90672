import type { Dataset } from '../dataset/dataset.ts';
import { readPictureAssets } from '../io/read-picture-assets.ts';
import { newFileWriter } from '../io/write-new-files.ts';
import { createPainter } from '../outlets/picture.ts';
import { listPictures } from '../outlets/pictures.ts';
import type { SiteFile } from './files.ts';
import { type States, take } from './shared-work.ts';

/** The pictures that previews show. */
export function listPictureFiles(dataset: Dataset): readonly SiteFile[] {
  // The painter takes its time to get ready.
  let paint: ReturnType<typeof createPainter> | undefined;
  return listPictures(dataset).map(({ path, picture }) => ({
    path,
    make: async () => (await (paint ??= createPainter(readPictureAssets())))(picture),
  }));
}

/**
 * Draws the pictures into the folder of the site, until it meets one that another thread has taken: one of the two comes
 * from the first picture, the other from the last. Throws what drawing throws, or `node:fs`.
 */
export async function drawPictures(
  dataset: Dataset,
  states: States,
  out: string,
  from: 'first' | 'last',
): Promise<void> {
  const write = newFileWriter(out);
  const files = [...listPictureFiles(dataset).entries()];
  for (const [index, { path, make }] of from === 'first' ? files : files.toReversed()) {
    if (!take(states, index)) return;
    write({ path, content: await make() });
  }
}
