import { isDeepStrictEqual } from 'node:util';
import type { DataPath } from '../dataset/source-file.ts';
import { diffLists } from './diff-lists.ts';
import type { Edit } from './edit.ts';
import { isRecord } from './likeness.ts';

/** The differences between two values of the data. */
export function diffValues(before: unknown, after: unknown, path: DataPath = []): readonly Edit[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (!isRecord(before) || !isRecord(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => diffValues(before[key], after[key], [...path, key]));
}
