import type { Rule } from './rule.ts';

/** An architecture is one of those that `matrix.yaml` lists. */
export const unknownArchitecture: Rule = {
  id: 'unknown-architecture',
  severity: 'error',
  summary: 'An architecture is one of those that `matrix.yaml` lists.',
  why: 'Two spellings of one architecture would become two columns.',
  wrong: { yaml: 'architectures: { ⟪x86⟫: tested }' },
  right: { yaml: 'architectures: { amd64: tested }' },
};
