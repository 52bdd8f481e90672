import type { Rule } from './rule.ts';

/** Files are written in house style. */
export const formatRule: Rule = {
  id: 'format',
  severity: 'note',
  summary: 'Files are written in house style.',
  why: 'Keys in one order and one way to quote make two files easy to compare, and a change show what it changes and nothing else. `npm run format` writes it so, and keeps comments and blank lines.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    ⟪seen: { on: 2026-08-22 }
    path: tests/acme.sh
    repository: acme/cloud⟫`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
  },
};
