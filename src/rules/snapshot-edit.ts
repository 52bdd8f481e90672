import { SNAPSHOT_PATH } from '../dataset/data-file.ts';
import { WORKFLOW_HANDLE } from '../model/handle.ts';
import type { Rule } from './rule.ts';

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
    pull: { before: '{ "collected": "2026-11-19" }', author: WORKFLOW_HANDLE },
  },
  checkChange({ snapshot, author }, report) {
    if (snapshot === undefined || author === WORKFLOW_HANDLE) return;
    report(snapshot, [], 'The snapshot is changed by hand.', {
      note: `Take the change back; the next run of sync writes what is true. Only pull requests of \`${WORKFLOW_HANDLE}\` may bring it.`,
    });
  },
};
