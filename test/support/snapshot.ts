import { findReferences } from '../../src/dataset/references.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { SNAPSHOT_PARTS, type Snapshot, type SnapshotPart, type SnapshotValue } from '../../src/model/snapshot.ts';

/** What GitHub answered otherwise than the data says, by part and key. */
export type Changes = { readonly [Part in SnapshotPart]?: Readonly<Record<string, SnapshotValue<Part>>> };

/** A snapshot of a day on which everything was as the data says, but for the changes. */
export function snapshotOf(dataset: Dataset, collected: string, changes: Changes = {}): Snapshot {
  const references = findReferences(dataset);
  const part = (name: SnapshotPart) => ({
    ...Object.fromEntries(
      references[name].map((key) => [
        key,
        { state: 'fresh', fetched: collected, answer: answerTo(name, key, dataset, collected) },
      ]),
    ),
    ...changes[name],
  });
  return { collected, ...Object.fromEntries(SNAPSHOT_PARTS.map((name) => [name, part(name)])) } as Snapshot;
}

/** What GitHub says of something that is as the data says. */
function answerTo(part: SnapshotPart, key: string, { matrix, watch }: Dataset, day: string): unknown {
  switch (part) {
    case 'handles':
      return { id: 1, kind: key.includes('/') ? 'team' : 'user', login: key.slice(1) };
    case 'issues':
      return { title: `The title of ${key}`, state: 'open' };
    case 'repositories':
      return { name: key, branch: 'main', archived: false };
    case 'places':
      return key.includes(' workflow ') ? { conclusion: 'success', ran: day } : {};
    case 'channels': {
      const { tag = '', current } = matrix.value.channels.find(({ id }) => id === key)!;
      return { tag: tag.replace('*', current?.release ?? '0'), on: current?.on ?? '2026-01-01' };
    }
    case 'listings':
      return { entries: watch!.value.listings.find(({ id }) => id === key)!.seen.entries };
  }
}
