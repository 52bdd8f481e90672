import { answered } from './answered.ts';
import { reportMentions, repositoryMentions } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A repository that the data relies on is still worked on. */
export const repositoryArchived: Rule = {
  id: 'repository-archived',
  severity: 'warning',
  isDrift: true,
  summary: 'A repository that the data relies on is still worked on.',
  why: 'An archived repository takes no fixes: its tests do not run, and its documentation describes the past. See what took its place; where nothing did, deprecate the entry with the reason.',
  wrong: {
    yaml: 'repository: ⟪acme/cluster-api-provider-acme⟫',
    path: 'providers/capx.yaml',
    beside: [
      answered('repositories', 'acme/cluster-api-provider-acme', {
        state: 'archived',
        fetched: '2026-11-20',
        answer: { name: 'acme/cluster-api-provider-acme', branch: 'main', archived: true },
      }),
    ],
  },
  right: {
    yaml: `repository: acme/cluster-api-provider-acme
lifecycle: deprecated
since: 2026-10-01
reason: Nobody works on it any more.`,
    path: 'providers/capx.yaml',
    beside: [
      answered('repositories', 'acme/cluster-api-provider-acme', {
        state: 'archived',
        fetched: '2026-11-20',
        answer: { name: 'acme/cluster-api-provider-acme', branch: 'main', archived: true },
      }),
    ],
  },
  check(dataset, report) {
    const { snapshot } = dataset;
    if (snapshot === undefined) return;
    // Of what is deprecated everybody knows that it goes no further.
    const ending = new Set(
      [...dataset.environments, ...dataset.providers]
        .filter(({ value }) => value.lifecycle !== 'active')
        .map(({ source }) => source),
    );
    const mentions = repositoryMentions(dataset).filter(({ entry }) => !ending.has(entry.source));
    reportMentions(mentions, report, (name) => {
      const value = snapshot.repositories[name];
      if (value?.state === 'gone' || value?.answer?.archived !== true) return undefined;
      return { reason: `\`${name}\` was archived.`, actual: name };
    });
  },
};
