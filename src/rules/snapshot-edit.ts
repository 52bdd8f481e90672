import { SNAPSHOT_PATH } from '../dataset/data-file.ts';
import type { Rule } from './rule.ts';

/** The account whose pull requests bring what sync collected: the one that workflows act as. */
const SYNC = '@github-actions[bot]';

/** Only sync writes the snapshot. */
export const snapshotEdit: Rule = {
  id: 'snapshot-edit',
  severity: 'error',
  summary: 'Only sync writes the snapshot.',
  why: 'It says what GitHub answered. If anybody could edit it, evidence that is gone could be declared to be there.',
  wrong: {
    yaml: '{ "collected": "2026-11-20" }',
    path: SNAPSHOT_PATH,
    pull: { before: '{ "collected": "2026-11-19" }', author: '@octocat' },
  },
  right: {
    yaml: '{ "collected": "2026-11-20" }',
    path: SNAPSHOT_PATH,
    pull: { before: '{ "collected": "2026-11-19" }', author: SYNC },
  },
  checkChange({ snapshot, author }, report) {
    if (snapshot === undefined || author === SYNC) return;
    report(snapshot, [], 'The snapshot is changed by hand.', {
      note: `Take the change back; the next run of sync writes what is true. Only pull requests of \`${SYNC}\` may bring it.`,
    });
  },
};
