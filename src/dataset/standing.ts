import type { Evidence } from '../model/evidence.ts';
import type { Snapshot, SnapshotValue } from '../model/snapshot.ts';
import { placeKey } from './references.ts';

/** How a piece of evidence stands with GitHub. */
export interface Standing {
  /** The day it was last seen: as its file says, or by sync where that was later. */
  readonly seen: string;
  /** What GitHub answered about its place in a repository; undefined where it was not asked. */
  readonly place?: SnapshotValue<'places'> | undefined;
  /** What GitHub answered about its issue or pull request. */
  readonly issue?: SnapshotValue<'issues'> | undefined;
  /** What went away; undefined while it is there. */
  readonly gone?: Gone | undefined;
}

/** What of a piece of evidence went away. */
interface Gone {
  /** The key of the evidence that names it. */
  readonly key: 'repository' | 'path' | 'entry' | 'workflow' | 'asset' | 'issue';
  /** The same for everything that went with it. */
  readonly sentence: string;
}

/** How a piece of evidence stands; without a snapshot, as its file says. */
export function standingOf(evidence: Evidence, snapshot: Snapshot | undefined): Standing {
  if (snapshot === undefined) return { seen: evidence.seen.on };
  const place = snapshot.places[placeKey(evidence) ?? ''];
  const issue = snapshot.issues[evidence.issue ?? ''];
  const gone = findGone(evidence, snapshot, { place, issue });
  const value = place ?? issue;
  // Where nobody ever had a good answer, the day is that of an attempt.
  const answered = gone === undefined ? value?.answer && value.fetched : value?.seen;
  const seen = answered !== undefined && answered > evidence.seen.on ? answered : evidence.seen.on;
  return { seen, place, issue, gone };
}

function findGone(
  evidence: Evidence,
  snapshot: Snapshot,
  { place, issue }: Pick<Standing, 'place' | 'issue'>,
): Gone | undefined {
  const { repository = '', path = '', entry = '', workflow, asset } = evidence;
  /** Of answers older than the look of whoever wrote the evidence, that look is the better one. */
  const isGone = (value: SnapshotValue | undefined): boolean =>
    value?.state === 'gone' && value.fetched > evidence.seen.on;
  if (isGone(snapshot.repositories[repository]))
    return { key: 'repository', sentence: `The repository \`${repository}\` is gone.` };
  if (isGone(issue)) return { key: 'issue', sentence: `\`${evidence.issue!}\` is gone.` };
  if (isGone(place)) {
    if (workflow !== undefined)
      return { key: 'workflow', sentence: `The workflow \`${workflow}\` is gone from \`${repository}\`.` };
    if (asset === undefined) return { key: 'path', sentence: `\`${path}\` is gone from \`${repository}\`.` };
    return { key: 'asset', sentence: `The newest release of \`${repository}\` carries no \`${asset}\`.` };
  }
  if (place?.answer?.missing?.includes(entry) !== true || place.fetched <= evidence.seen.on) return undefined;
  return { key: 'entry', sentence: `\`${entry}\` is gone from \`${path}\` of \`${repository}\`.` };
}

/** Conclusions of a workflow’s run that say it was tried and did not pass. */
const FAILURES = ['failure', 'timed_out', 'startup_failure'];

/** Whether a workflow’s last run failed; one that was cancelled or had nothing to do has not. */
export function hasFailed({ conclusion = '' }: NonNullable<SnapshotValue<'places'>['answer']>): boolean {
  return FAILURES.includes(conclusion);
}
