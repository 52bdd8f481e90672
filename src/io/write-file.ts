import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a text file and the folders above it. The file is replaced in one step, and only once the new one is on the
 * disk as a whole: whatever ends a run, there is the old one or the new one. Throws what `node:fs` throws.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // A name with a dot in front is no data, should a run be killed before it can clean up.
  const unfinished = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeToDisk(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
}

/** Writes a new file, and returns when it is on the disk and not only on its way there. */
async function writeToDisk(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name of a file is in its folder, which has to reach the disk too. Some systems cannot, and need not, do this. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
