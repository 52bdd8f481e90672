import { answered } from './answered.ts';
import type { Rule } from './rule.ts';
import { workflowRuns } from './workflow-runs.ts';

/** The last run of a workflow that evidence names has passed. */
export const workflowFailing: Rule = {
  id: 'workflow-failing',
  severity: 'warning',
  isDrift: true,
  summary: 'The last run of a workflow that evidence names has passed.',
  why: 'Tests that fail show that somebody looks, not that it works. One red run costs no level: see what fails, and where it is a limit of the product write it down as a caveat.',
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
        answer: { conclusion: 'failure', ran: '2026-11-19' },
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
    for (const run of workflowRuns(dataset).filter(({ isFailure }) => isFailure)) {
      const { entry, path, workflow, conclusion, ran } = run;
      report(
        entry,
        path,
        `The last run of \`${workflow}\`, on ${ran ?? 'a day unknown'}, ended with \`${conclusion!}\`.`,
      );
    }
  },
};
