import type { Rule } from './rule.ts';

/** A release is a version: numbers joined by dots. */
export const releaseRule: Rule = {
  id: 'release',
  severity: 'error',
  summary: 'A release is a version: numbers joined by dots.',
  why: 'Releases are compared as versions to tell which channels have an image, and which are affected by a caveat.',
  wrong: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    since: ⟪newest⟫
    seen: { on: 2026-08-22 }`,
  },
  right: {
    yaml: `evidence:
  - kind: upstream-ci
    url: https://acme.example.org/tests
    since: 4593.2.5
    seen: { on: 2026-08-22 }`,
  },
};
