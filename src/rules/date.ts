import type { Rule } from './rule.ts';

/** A date is a day of the calendar, `YYYY-MM-DD`. */
export const dateRule: Rule = {
  id: 'date',
  severity: 'error',
  summary: 'A date is a day of the calendar, `YYYY-MM-DD`.',
  why: 'Dates are compared and drawn on a time axis. A day that does not exist would move to another one.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: ⟪2026-22-08⟫ }`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
  },
};
