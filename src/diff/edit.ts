import { isDeepStrictEqual } from 'node:util';
import type { DataPath } from '../dataset/source-file.ts';

/**
 * One difference in what a file says: a value at a path, or an item of the list at a path. `undefined` stands for what
 * is not there. Edits of one file can be applied in any order.
 */
export interface Edit {
  readonly path: DataPath;
  readonly before: unknown;
  readonly after: unknown;
  /** The place of an item in the list before; left out for one that is new. */
  readonly from?: number;
  /** The place of an item in the list after; left out for one that is gone. */
  readonly to?: number;
}

/** Whether an edit says no more than that an item stands elsewhere in its list. */
export function isShift({ from, to, before, after }: Edit): boolean {
  return from !== undefined && to !== undefined && isDeepStrictEqual(before, after);
}
