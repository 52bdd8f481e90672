import type { Rule } from './rule.ts';

/** A date is a day of the calendar, `YYYY-MM-DD`. */
export const dateRule: Rule = {
  id: 'date',
  severity: 'error',
  summary: 'A date is a day of the calendar, `YYYY-MM-DD`.',
  why: 'Dates are compared and drawn on a time axis. A day that does not exist would move to another one.',
  wrong: {
    yaml: `evidence:
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: ⟪2026-13-01⟫ }`,
  },
  right: {
    yaml: `evidence:
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: 2026-12-01 }`,
  },
};
