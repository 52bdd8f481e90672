import type { Rule } from './rule.ts';

/** A stage is one of those that `matrix.yaml` lists. */
export const unknownStage: Rule = {
  id: 'unknown-stage',
  severity: 'error',
  summary: 'A stage is one of those that `matrix.yaml` lists.',
  why: 'Stages are the columns of the provider table; a stage outside the list would not be shown.',
  wrong: {
    yaml: `stages:
  ⟪images⟫: { status: none }
  test: { status: unknown }`,
    path: 'providers/capx.yaml',
  },
  right: {
    yaml: `stages:
  image: { status: none }
  test: { status: unknown }`,
    path: 'providers/capx.yaml',
  },
};
