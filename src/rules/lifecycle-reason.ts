import type { Rule } from './rule.ts';

/** A deprecated or retired entry says since when and why; an active one does not. */
export const lifecycleReason: Rule = {
  id: 'lifecycle-reason',
  severity: 'error',
  summary: 'A deprecated or retired entry says since when and why; an active one does not.',
  why: 'Whoever still runs there needs to know how long, and where to go. The reason is what the page shows first.',
  wrong: {
    yaml: `lifecycle: ⟪retired⟫
level: unsupported
architectures: {}
evidence: []
history:
  - { on: 2026-01-01, level: unsupported, reason: Closed. }`,
  },
  right: {
    yaml: `lifecycle: retired
since: 2026-01-01
reason: The service was closed.
level: unsupported
architectures: {}
evidence: []
history:
  - { on: 2026-01-01, level: unsupported, reason: Closed. }`,
  },
};
