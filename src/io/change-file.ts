import { readFileSync, writeFileSync } from 'node:fs';

/** Changes the text of a file that is being made. Throws what `node:fs` throws. */
export function changeFile(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
