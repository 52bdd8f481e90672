import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { writeNewFiles } from './write-new-files.ts';

/** Whether nothing is at a path yet, or a folder with nothing in it. */
export async function isFreeFolder(path: string): Promise<boolean> {
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined,
  );
  return entries?.length === 0;
}

/**
 * Writes files into a new folder, or an empty one, which appears with all of them or not at all.
 * Throws what `node:fs` throws, also where the folder is not free.
 */
export async function writeNewFolder(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  const unfinished = `${folder}.${randomUUID()}.tmp`;
  try {
    writeNewFiles(
      unfinished,
      files.map(({ path, text }) => ({ path, content: text })),
    );
    await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
