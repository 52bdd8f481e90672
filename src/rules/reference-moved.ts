import { issueChange, repositoryChange } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import { homeOf, issueMentions, reportMentions, repositoryMentions } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A repository or an issue is named as it is today. */
export const referenceMoved: Rule = {
  id: 'reference-moved',
  severity: 'warning',
  isDrift: true,
  summary: 'A repository or an issue is named as it is today.',
  why: 'GitHub forwards an old name until somebody takes it, and then the link leads to something else. Write the name of today.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: ⟪acme/cloud⟫
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
    beside: [
      answered('repositories', 'acme/cloud', {
        state: 'renamed',
        fetched: '2026-11-20',
        answer: { name: 'acme-cloud/cloud', branch: 'main', archived: false },
      }),
    ],
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme-cloud/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
    beside: [
      answered('repositories', 'acme-cloud/cloud', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { name: 'acme-cloud/cloud', branch: 'main', archived: false },
      }),
    ],
  },
  check(dataset, report) {
    const { snapshot } = dataset;
    if (snapshot === undefined) return;
    const hasMoved = (repository: string): boolean => repositoryChange(repository, snapshot)?.kind === 'renamed';
    reportMentions(
      [...repositoryMentions(dataset), ...issueMentions(dataset)],
      report,
      (name) => {
        const change = name.includes('#') ? issueChange(name, snapshot) : repositoryChange(name, snapshot);
        if (change?.kind !== 'renamed') return undefined;
        return { reason: `\`${name}\` is \`${change.name}\` today.`, expected: [change.name] };
      },
      // What moves with its repository has moved once.
      (name) => (hasMoved(homeOf(name)) ? homeOf(name) : name),
    );
  },
};
