import type { Rule } from './rule.ts';

/** The level of an environment is that of its best architecture. */
export const architectureLevel: Rule = {
  id: 'architecture-level',
  severity: 'error',
  summary: 'The level of an environment is that of its best architecture.',
  why: 'The table shows one level in front; it may not promise more than any architecture keeps.',
  wrong: {
    yaml: `level: ⟪tested⟫
architectures: { amd64: works }`,
  },
  right: {
    yaml: `level: tested
architectures: { amd64: tested }`,
  },
};
