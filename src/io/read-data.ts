import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFile, type FileProblem, sizeLimit } from '../dataset/data-file.ts';

/** Deepest folder that is looked into, below the data folder: environments are two deep. */
export const MAX_FOLDERS = 4;

/**
 * Reads every file below a data folder, sorted by path. Links are not followed, large files not opened; what cannot be
 * read becomes a problem of that file, so that one bad file never ends a run.
 * Throws what `readdirSync` throws where the folder itself cannot be read.
 */
export function readData(folder: string): readonly DataFile[] {
  return readFiles(folder, listData(folder));
}

/** The paths of all files below a data folder, sorted. Throws what `readdirSync` throws where the folder cannot be read. */
export function listData(folder: string): readonly string[] {
  return listFiles(folder, '', 0);
}

/** Reads some of the files of a data folder, as `readData` does. */
export function readFiles(folder: string, paths: readonly string[]): readonly DataFile[] {
  return paths.map((path) => readDataFile(folder, path));
}

function listFiles(folder: string, below: string, depth: number): readonly string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    entries
      // Editors and file managers leave hidden files; they are no data and no mistake of the author.
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        // A folder where a file belongs is reported as one, and so is what lies too deep to be looked at.
        const isFolder = entry.isDirectory() && !entry.name.endsWith('.yaml') && depth < MAX_FOLDERS;
        return isFolder ? listFiles(folder, path, depth + 1) : [path];
      })
  );
}

/** Reads one small file after the other: waiting for each takes less time than to keep many going at once. */
function readDataFile(folder: string, path: string): DataFile {
  const full = join(folder, path);
  try {
    const status = lstatSync(full);
    if (status.isSymbolicLink()) return { path, content: { kind: 'symbolic-link' } };
    if (!status.isFile()) return { path, content: { kind: 'not-a-file' } };
    if (status.size > sizeLimit(path)) return { path, content: { kind: 'too-large', bytes: status.size } };
    const text = readFileSync(full, 'utf8');
    // This character stands for bytes that are not UTF-8, unless somebody wrote it: the bytes will tell.
    return { path, content: text.includes('\ufffd') ? readFileSync(full) : text };
  } catch (error) {
    return { path, content: { kind: 'unreadable', reason: reasonOf(error) } satisfies FileProblem };
  }
}

/** The system’s word for what went wrong, without the path. */
function reasonOf(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    ENOENT: 'it is gone',
    EMFILE: 'too many open files',
  };
  return words[code] ?? code;
}
