import { authorOf, isMaintainer } from './pull-request.ts';
import type { PullRequest, Rule } from './rule.ts';

/** How many paths a finding lists. */
const LISTED = 10;

/** Who answers for no entry changes entries, not what judges them. */
export const outsideEntries: Rule = {
  id: 'outside-entries',
  severity: 'warning',
  summary: 'Who answers for no entry changes entries, not what judges them.',
  why: 'A pull request that also touches the levels, the watch list, the program or a workflow may change what is said of it. Reviewers look at those files first.',
  wrong: {
    yaml: 'name: Acme Cloud',
    pull: { before: 'name: Acme', author: '@stranger', outside: ['package.json'] },
  },
  right: {
    yaml: 'name: Acme Cloud',
    pull: { before: 'name: Acme', author: '@stranger' },
  },
  checkChange(pull, report) {
    const files = [...projectFiles(pull), ...pull.outside];
    const [first] = files;
    if (first === undefined || isMaintainer(pull)) return;
    const rest = files.length - LISTED;
    report(
      first,
      [],
      `${files.length === 1 ? 'A file changes that is' : `${files.length} files change that are`} no entry, and ${authorOf(pull)} answers for none.`,
      {
        note: `${files
          .slice(0, LISTED)
          .map((path) => `\`${path}\``)
          .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      },
    );
  },
};

/** The data files that change and say something of all entries. */
function projectFiles({ base, head, changes }: PullRequest): readonly string[] {
  const kinds = new Set(changes.map(({ subject }) => subject.kind));
  return (['matrix', 'watch'] as const).flatMap((kind) =>
    kinds.has(kind) ? ((head[kind] ?? base?.[kind])?.source.path ?? []) : [],
  );
}
