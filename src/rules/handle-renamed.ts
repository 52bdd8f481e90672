import { handleChange } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import { handleMentions, reportMentions } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A handle is the one that its user or team goes by today. */
export const handleRenamed: Rule = {
  id: 'handle-renamed',
  severity: 'warning',
  isDrift: true,
  summary: 'A handle is the one that its user or team goes by today.',
  why: 'GitHub does not forward the old name of a user, and somebody else may take it: whoever asks for help then asks a stranger. Write the name of today.',
  wrong: {
    yaml: 'maintainers: [⟪"@octocat"⟫]',
    beside: [
      answered('handles', '@octocat', {
        state: 'renamed',
        fetched: '2026-11-20',
        answer: { id: 583231, kind: 'user', login: 'octodog' },
      }),
    ],
  },
  right: {
    yaml: 'maintainers: ["@octodog"]',
    beside: [
      answered('handles', '@octodog', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { id: 583231, kind: 'user', login: 'octodog' },
      }),
    ],
  },
  check({ snapshot, ...dataset }, report) {
    if (snapshot === undefined) return;
    reportMentions(handleMentions(dataset), report, (handle) => {
      const change = handleChange(handle, snapshot);
      if (change?.kind !== 'renamed') return undefined;
      return { reason: `\`${handle}\` goes by \`${change.name}\` today.`, expected: [change.name] };
    });
  },
};
