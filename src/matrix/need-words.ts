import type { NeedKind } from './need.ts';

/** What pages call each kind of need, and what is said above those that are of it. */
export const NEED_WORDS: Readonly<Record<NeedKind, { readonly label: string; readonly what: string }>> = {
  drift: {
    label: 'Drift',
    what: 'What GitHub answered differs from what the matrix says, which may be untrue by now.',
  },
  maintainer: {
    label: 'Looking for a maintainer',
    what: 'Nobody answers for these. Whoever runs one can: it takes one line, and is undone the same way.',
  },
  step: {
    label: 'One step from a better level',
    what: 'One thing is missing for the next level.',
  },
  stale: {
    label: 'To be looked at again',
    what: 'Evidence that is older than its level allows, and caveats whose day has come.',
  },
  missing: {
    label: 'Nobody knows',
    what: 'Whoever tries it and writes down what happened tells everybody.',
  },
};
