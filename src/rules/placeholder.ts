import type { Rule } from './rule.ts';

/** A text is an answer, not a placeholder. */
export const placeholderRule: Rule = {
  id: 'placeholder',
  severity: 'error',
  summary: 'A text is an answer, not a placeholder.',
  why: '“TODO” and “?” have stayed in tables for years. What is not known yet is left out, or said in words.',
  wrong: { yaml: 'vendor: ⟪TBD⟫' },
  right: { yaml: 'vendor: Acme' },
};
