import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to be written; its path is relative to a folder. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes many small files into a folder that is being made. One after the other: for thousands of files waiting for
 * each is quicker than keeping track of all. Throws where a file is there already, or what `node:fs` throws.
 */
export function writeNewFiles(folder: string, files: Iterable<NewFile>): void {
  let made: string | undefined;
  for (const { path, content } of files) {
    const full = join(folder, path);
    // Neighbours are often in one folder.
    if (made !== dirname(full)) mkdirSync((made = dirname(full)), { recursive: true });
    writeFileSync(full, content, { flag: 'wx' });
  }
}
