import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { writeNewFiles } from './write-new-files.ts';

/** Whether nothing is at a path yet, or a folder with nothing in it. */
export async function isFreeFolder(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0;
  } catch (error) {
    return isAbsent(error);
  }
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
    await rmdir(folder).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
