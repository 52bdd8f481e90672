import { authorOf, isMaintainer } from './pull-request.ts';
import type { Rule } from './rule.ts';

/** How many entries somebody may touch who answers for none. */
const MOST = 3;

/** Who answers for no entry changes a few, not many. */
export const manyEntries: Rule = {
  id: 'many-entries',
  severity: 'warning',
  summary: 'Who answers for no entry changes a few, not many.',
  why: 'A change of many entries is hard to read, and a good place to hide one that nobody should miss. Reviewers look twice.',
  wrong: {
    yaml: 'name: Acme Cloud',
    beside: ['baker', 'charlie', 'delta'].map((id) => ({
      path: `environments/cloud/${id}.yaml`,
      content: `name: ${id}`,
    })),
    pull: { author: '@stranger', agreed: ['@octocat'] },
  },
  right: {
    yaml: 'name: Acme Cloud',
    pull: { before: 'name: Acme', author: '@stranger' },
  },
  checkChange(pull, report) {
    const subjects = [...new Set(pull.changes.map(({ subject }) => subject))].filter((each) => 'before' in each);
    const entry = subjects.map(({ before, after }) => after ?? before).find((each) => each !== undefined);
    if (entry === undefined || subjects.length <= MOST || isMaintainer(pull)) return;
    report(
      entry.source.path,
      [],
      `${subjects.length} entries change, and ${authorOf(pull)} answers for none of the matrix.`,
      { note: `More than ${MOST} are for somebody who maintains one to change, or for a reviewer to read with care.` },
    );
  },
};
