import { daysBetween } from '../model/day.ts';
import { answered } from './answered.ts';
import type { Rule } from './rule.ts';
import { MOST_DAYS, workflowRuns } from './workflow-runs.ts';

/** A workflow that evidence names has run lately. */
export const workflowIdle: Rule = {
  id: 'workflow-idle',
  severity: 'warning',
  isDrift: true,
  summary: 'A workflow that evidence names has run lately.',
  why: `A workflow that is there and does not run tests nothing. How old its last run may be is what the claimed level says of evidence, and ${MOST_DAYS} days where it says nothing. Ask whoever runs it, or claim what the rest supports.`,
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    workflow: ⟪e2e.yaml⟫
    seen: { on: 2026-08-22 }`,
    beside: [
      answered('places', 'acme/cloud workflow e2e.yaml', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { conclusion: 'success', ran: '2025-11-19' },
      }),
    ],
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    workflow: e2e.yaml
    seen: { on: 2026-08-22 }`,
    beside: [
      answered('places', 'acme/cloud workflow e2e.yaml', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { conclusion: 'success', ran: '2026-11-19' },
      }),
    ],
  },
  check(dataset, report) {
    for (const run of workflowRuns(dataset)) {
      const { entry, path, workflow, isFailure, ran, fetched, mostDays } = run;
      // By the day GitHub was asked: what happened since, nobody knows. A run that failed is reported as that.
      const days = ran === undefined ? undefined : daysBetween(ran, fetched);
      if (isFailure || (days !== undefined && days <= mostDays)) continue;
      const reason =
        days === undefined
          ? `By ${fetched}, \`${workflow}\` had no finished run on the default branch.`
          : `By ${fetched}, the last run of \`${workflow}\` was ${days} days old; ${mostDays} are allowed.`;
      report(entry, path, reason, { actual: ran });
    }
  },
};
