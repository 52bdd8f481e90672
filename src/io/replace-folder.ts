import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What stays in a folder that is filled anew: it may be the work tree of a branch that a site is published from. */
const KEPT = '.git';

/**
 * Moves everything in a folder into another, in the place of what is there, on whatever file systems they are; the first
 * is gone then. Throws what `node:fs` throws.
 */
export async function replaceFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(to)) if (name !== KEPT) await rm(join(to, name), { recursive: true });
  for (const name of await readdir(from)) await move(join(from, name), join(to, name));
  await rmdir(from);
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
