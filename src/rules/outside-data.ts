import { authorOf, isMaintainer } from './pull-request.ts';
import type { Rule } from './rule.ts';

/** How many paths a finding lists. */
const LISTED = 10;

/** Who answers for no entry changes data, not what judges it. */
export const outsideData: Rule = {
  id: 'outside-data',
  severity: 'warning',
  summary: 'Who answers for no entry changes data, not what judges it.',
  why: 'A pull request about data that also touches the program, a workflow or a hidden file may change what the review says of it. Reviewers look at those files first.',
  wrong: {
    yaml: 'name: Acme Cloud',
    pull: { before: 'name: Acme', author: '@stranger', outside: ['package.json'] },
  },
  right: {
    yaml: 'name: Acme Cloud',
    pull: { before: 'name: Acme', author: '@stranger' },
  },
  checkChange(pull, report) {
    const { outside } = pull;
    const [first] = outside;
    if (first === undefined || isMaintainer(pull)) return;
    const rest = outside.length - LISTED;
    report(
      first,
      [],
      `${outside.length === 1 ? 'A file changes that is' : `${outside.length} files change that are`} no data, and ${authorOf(pull)} answers for no entry.`,
      {
        note: `${outside
          .slice(0, LISTED)
          .map((path) => `\`${path}\``)
          .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      },
    );
  },
};
