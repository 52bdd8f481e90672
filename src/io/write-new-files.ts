import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes many small files into a folder that is being made. One after the other: for thousands of files waiting for
 * each is quicker than keeping track of all. Throws where a file is there already, or what `node:fs` throws.
 */
export function writeNewFiles(
  folder: string,
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): void {
  for (const { path, content } of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content, { flag: 'wx' });
  }
}
