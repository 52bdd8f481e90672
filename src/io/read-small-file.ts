import { lstatSync, readFileSync } from 'node:fs';

/** Reads a text that is not trusted: a link is not followed, a large file not opened. Throws an Error that says why not. */
export function readSmallFile(path: string, mostBytes: number): string {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true) throw new Error(`${path} is not a file.`);
  if (status.size > mostBytes) throw new Error(`${path} has ${status.size} bytes; at most ${mostBytes} are read.`);
  return readFileSync(path, 'utf8');
}
