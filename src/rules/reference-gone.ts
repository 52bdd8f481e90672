import type { Dataset } from '../dataset/dataset.ts';
import { evidenceOf } from '../dataset/references.ts';
import { standingOf } from '../dataset/standing.ts';
import { issueChange, repositoryChange } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import { homeOf, issueMentions, livingEntries, type Mention, reportMentions, repositoryMentions } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A repository, an issue or a listing that the data refers to is there. */
export const referenceGone: Rule = {
  id: 'reference-gone',
  severity: 'warning',
  isDrift: true,
  summary: 'A repository, an issue or a listing that the data refers to is there.',
  why: 'A link that leads nowhere helps nobody, and what sync can no longer ask about is no longer watched. Name the new place, or take it out. Evidence has a rule of its own, because claims stand on it.',
  wrong: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: ⟪acme/cloud#12⟫`,
    beside: [answered('issues', 'acme/cloud#12', { state: 'gone', fetched: '2026-11-20' })],
  },
  right: {
    yaml: `caveats:
  - summary: Disks cannot be resized.
    issue: acme/linux#45`,
    beside: [answered('issues', 'acme/cloud#12', { state: 'gone', fetched: '2026-11-20' })],
  },
  check(dataset, report) {
    const { snapshot } = dataset;
    if (snapshot === undefined) return;
    const isGone = (name: string): boolean => repositoryChange(homeOf(name), snapshot)?.kind === 'gone';
    reportMentions(
      mentionsBesideEvidence(dataset),
      report,
      (name) => {
        if (isGone(name)) return { reason: `The repository \`${homeOf(name)}\` is gone.`, actual: name };
        if (issueChange(name, snapshot)?.kind === 'gone') return { reason: `\`${name}\` is gone.`, actual: name };
        return undefined;
      },
      (name) => (isGone(name) ? homeOf(name) : name),
    );
    const { matrix, watch } = dataset;
    watch?.value.listings.forEach(({ id, repository, path }, index) => {
      if (snapshot.listings[id]?.state === 'gone' && !isGone(repository))
        report(watch, ['listings', index, 'path'], `\`${path}\` is gone from \`${repository}\`.`, { actual: path });
    });
    matrix.value.channels.forEach(({ id, repository = '', tag }, index) => {
      if (snapshot.channels[id]?.state === 'gone' && !isGone(repository))
        report(matrix, ['channels', index, 'tag'], `\`${repository}\` has no tag of this form.`, { actual: tag });
    });
  },
};

/** What is named beside evidence, unless evidence of the same entry names it too and says that it is gone. */
function mentionsBesideEvidence(dataset: Dataset): readonly Mention[] {
  const told = new Set(
    livingEntries(dataset).flatMap((entry) =>
      evidenceOf(entry).flatMap(({ evidence }) => {
        const key = standingOf(evidence, dataset.snapshot).gone?.key;
        return key === 'repository' || key === 'issue' ? [`${entry.source.path} ${evidence[key]!}`] : [];
      }),
    ),
  );
  return [...repositoryMentions(dataset), ...issueMentions(dataset)].filter(
    ({ entry, path, name }) =>
      !path.includes('evidence') &&
      !told.has(`${entry.source.path} ${name}`) &&
      !told.has(`${entry.source.path} ${homeOf(name)}`),
  );
}
