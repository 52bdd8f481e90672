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
  const write = newFileWriter(folder);
  for (const file of files) write(file);
}

/** What `writeNewFiles` writes each file with, for files that come one by one. Throws what that throws. */
export function newFileWriter(folder: string): (file: NewFile) => void {
  let made: string | undefined;
  return ({ path, content }) => {
    const full = join(folder, path);
    const parent = dirname(full);
    // Neighbours are often in one folder.
    if (made !== parent) mkdirSync(parent, { recursive: true });
    made = parent;
    // With the encoding named, Node writes a text in one step.
    writeFileSync(full, content, { flag: 'wx', encoding: 'utf8' });
  };
}
