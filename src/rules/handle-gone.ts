import { handleChange, likelyHandle } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import { handleMentions, reportMentions } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A handle is somebody’s. */
export const handleGone: Rule = {
  id: 'handle-gone',
  severity: 'warning',
  isDrift: true,
  summary: 'A handle is somebody’s.',
  why: 'Whoever needs help asks a maintainer, and nobody answers under a name that is gone; somebody else may take it. Ask who answers now, or take the handle out.',
  wrong: {
    yaml: 'maintainers: [⟪"@octocat"⟫]',
    beside: [answered('handles', '@octocat', { state: 'gone', fetched: '2026-11-20' })],
  },
  right: {
    yaml: 'maintainers: []',
    beside: [answered('handles', '@octocat', { state: 'gone', fetched: '2026-11-20' })],
  },
  check({ snapshot, ...dataset }, report) {
    if (snapshot === undefined) return;
    reportMentions(handleMentions(dataset), report, (handle) => {
      if (handleChange(handle, snapshot)?.kind !== 'gone') return undefined;
      const likely = likelyHandle(handle, snapshot);
      return {
        reason: `GitHub knows no \`${handle}\`.`,
        actual: handle,
        ...(likely !== undefined && {
          expected: [likely],
          note: 'The repositories of the organization have moved; ask there who answers now.',
        }),
      };
    });
  },
};
