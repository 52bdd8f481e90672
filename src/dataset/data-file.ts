/** Why the bytes of a file could not be had. */
export type FileProblem =
  | { readonly kind: 'symbolic-link' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * One file of the data folder, wherever it came from: a disk, a git revision or an editor.
 * `path` is relative to the data folder, with forward slashes.
 */
export interface DataFile {
  readonly path: string;
  readonly content: Uint8Array | string | FileProblem | Unread;
}

/** A file that is there, and that nobody looked into: others may refer to it, and nothing is said about it. */
export interface Unread {
  readonly kind: 'unread';
}

/** Largest data file, in bytes: many times what an entry needs, far below what would hurt. */
export const MAX_BYTES = 64 * 1024;

/** Largest snapshot, in bytes: it is written by sync and grows with the data. */
const MAX_SNAPSHOT_BYTES = 64 * 1024 * 1024;

/** Where the snapshot is, relative to the data folder. */
export const SNAPSHOT_PATH = 'generated/github.json';

/** The size that a file may have. */
export function sizeLimit(path: string): number {
  return path === SNAPSHOT_PATH ? MAX_SNAPSHOT_BYTES : MAX_BYTES;
}
