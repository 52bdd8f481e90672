import { lstatSync } from 'node:fs';
import { dirname, posix, relative, resolve } from 'node:path';
import { type DataFile, sizeLimit } from '../dataset/data-file.ts';
import {
  findMergeBase,
  GitError,
  listChangedPaths,
  listFiles,
  pathInRepository,
  readContents,
  readSizes,
  resolveCommits,
  type TreeFile,
} from './git.ts';
import { MAX_FOLDERS } from './read-data.ts';

/** The data folder at one commit. */
interface Revision {
  readonly commit: string;
  /** The same that reading the folder from a disk would give. Equal content is one string in both revisions. */
  readonly files: readonly DataFile[];
}

/** Two revisions of a repository, and what differs between them. */
export interface Revisions {
  /** The data folder, from the top of the repository. */
  readonly root: string;
  /** The commit from which both went apart: what a pull request is compared with. */
  readonly base: Revision;
  readonly head: Revision;
  /** The paths that differ inside the data folder, relative to it; sorted. */
  readonly touched: readonly string[];
  /** The paths that differ elsewhere, from the top of the repository, and hidden files, which are no data; sorted. */
  readonly outside: readonly string[];
}

/** The most that is read of both revisions together, in bytes. */
const MAX_TOTAL = 256 * 1024 * 1024;

/**
 * Reads the data folder at two revisions from git’s objects: nothing is checked out, and nothing of it is run. Links
 * are not followed, large files not opened. The repository is the one that the folder is in, or would be in.
 * Throws a GitError where a revision, or the commit that both have in common, is not there.
 */
export function readRevisions(data: string, base: string, head: string): Revisions {
  const folder = nearestFolder(resolve(data));
  const prefix = posix.join(pathInRepository(folder), relative(folder, resolve(data)).replaceAll('\\', '/'));
  const root = prefix === '.' ? '' : prefix;
  const [baseTip = '', headCommit = ''] = resolveCommits(folder, [base, head]);
  const baseCommit = findMergeBase(folder, baseTip, headCommit);
  const trees = [baseCommit, headCommit].map((commit) => placeFiles(listFiles(folder, commit, root), root));
  const contents = readAll(folder, trees.flat());
  const [baseFiles = [], headFiles = []] = trees.map((files) => files.map((file) => toDataFile(file, contents)));
  const changed = listChangedPaths(folder, baseCommit, headCommit);
  const within = changed.map((path) => placeOf(path, root));
  return {
    root: root === '' ? '.' : root,
    base: { commit: baseCommit, files: baseFiles },
    head: { commit: headCommit, files: headFiles },
    touched: [...new Set(within.filter((path) => path !== undefined))].sort(),
    outside: changed.filter((_, index) => within[index] === undefined).sort(),
  };
}

/** The folder, or the nearest one above it that is there: a file or a link in its place leads nowhere. */
function nearestFolder(path: string): string {
  const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** A file of the data folder, or what stands in its place; `oid` is its content, where it is a regular file. */
interface PlacedFile {
  readonly path: string;
  readonly content: { readonly oid: string } | { readonly kind: 'symbolic-link' | 'not-a-file' };
}

/** The files of the data folder by their path in it, each once. */
function placeFiles(files: readonly TreeFile[], root: string): readonly PlacedFile[] {
  const placed = new Map<string, PlacedFile>();
  for (const { path, mode, oid } of files) {
    const within = placeOf(path, root);
    if (within === undefined) continue;
    // A file below it makes it a folder, where a file belongs.
    const isFolder = path !== (root === '' ? within : `${root}/${within}`);
    const content =
      mode === '160000' || isFolder
        ? ({ kind: 'not-a-file' } as const)
        : mode === '120000'
          ? ({ kind: 'symbolic-link' } as const)
          : { oid };
    placed.set(within, { path: within, content });
  }
  return [...placed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The path in the data folder that a file counts as, as where a folder is read from a disk: hidden files are no data,
 * and a folder where a file belongs, or too deep, is not looked into. Undefined for what is no data.
 */
function placeOf(path: string, root: string): string | undefined {
  if (root !== '' && !path.startsWith(`${root}/`)) return undefined;
  const parts = path.slice(root === '' ? 0 : root.length + 1).split('/');
  const end = parts.findIndex((part, index) => part.endsWith('.yaml') || index === MAX_FOLDERS);
  const seen = end < 0 ? parts : parts.slice(0, end + 1);
  return seen.some((part) => part.startsWith('.')) ? undefined : seen.join('/');
}

type Content = Uint8Array | string;

/** The contents of all files that are small enough, by name, and the sizes of all. */
function readAll(
  folder: string,
  files: readonly PlacedFile[],
): { readonly sizes: ReadonlyMap<string, number>; readonly contents: ReadonlyMap<string, Content> } {
  const limits = new Map<string, number>();
  for (const { path, content } of files)
    if ('oid' in content) limits.set(content.oid, Math.max(sizeLimit(path), limits.get(content.oid) ?? 0));
  const sizes = readSizes(folder, [...limits.keys()]);
  const wanted = [...limits].filter(([oid, limit]) => sizes.get(oid)! <= limit).map(([oid]) => oid);
  const total = wanted.reduce((sum, oid) => sum + sizes.get(oid)!, 0);
  if (total > MAX_TOTAL) throw new GitError(`The data has ${total} bytes; at most ${MAX_TOTAL} are read.`);
  const contents = new Map([...readContents(folder, wanted)].map(([oid, bytes]) => [oid, decode(bytes)]));
  return { sizes, contents };
}

/** Text, or the bytes where they are not UTF-8: this character stands for such bytes, unless somebody wrote it. */
function decode(bytes: Buffer): Content {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes : text;
}

function toDataFile({ path, content }: PlacedFile, { sizes, contents }: ReturnType<typeof readAll>): DataFile {
  if ('kind' in content) return { path, content };
  const bytes = sizes.get(content.oid)!;
  return { path, content: bytes > sizeLimit(path) ? { kind: 'too-large', bytes } : contents.get(content.oid)! };
}
