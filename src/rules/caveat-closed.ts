import { issueEnd } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import { livingEntries } from './mentions.ts';
import type { Rule } from './rule.ts';

/** The issue that tracks a caveat is open. */
export const caveatClosed: Rule = {
  id: 'caveat-closed',
  severity: 'warning',
  isDrift: true,
  summary: 'The issue that tracks a caveat is open.',
  why: 'Closed most often means fixed, and a caveat that outlives its fix keeps people away. Delete the caveat, or say with `affects` which release fixed it; where the limit stays, name the issue that tracks it now, or the page that documents it and a date to look again.',
  wrong: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: ⟪acme/cloud#12⟫`,
    beside: [
      answered('issues', 'acme/cloud#12', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { title: 'Resize disks', state: 'closed', closed: '2026-11-03' },
      }),
    ],
  },
  right: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: acme/cloud#12
    affects: { before: 4722.0.0 }`,
    beside: [
      answered('issues', 'acme/cloud#12', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { title: 'Resize disks', state: 'closed', closed: '2026-11-03' },
      }),
    ],
  },
  check(dataset, report) {
    const { snapshot } = dataset;
    if (snapshot === undefined) return;
    for (const entry of livingEntries(dataset)) {
      entry.value.caveats.forEach(({ issue = '', affects }, index) => {
        const end = issueEnd(snapshot.issues[issue]);
        // Where the caveat knows which release fixed it, a closed issue is no news.
        if (end === undefined || affects?.before !== undefined) return;
        report(entry, ['caveats', index, 'issue'], `\`${issue}\` was ${end}.`, { actual: issue });
      });
    }
  },
};
