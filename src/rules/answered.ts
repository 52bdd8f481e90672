import { type DataFile, SNAPSHOT_PATH } from '../dataset/data-file.ts';
import type { SnapshotPart, SnapshotValue } from '../model/snapshot.ts';

/** The snapshot of an example: one answer of GitHub. */
export function answered<Part extends SnapshotPart>(part: Part, key: string, value: SnapshotValue<Part>): DataFile {
  const snapshot = { collected: value.fetched, [part]: { [key]: value } };
  return { path: SNAPSHOT_PATH, content: `${JSON.stringify(snapshot, undefined, 2)}\n` };
}
