import type { Rule } from './rule.ts';

/** A value is not wrapped in typographic quotes. */
export const smartQuotes: Rule = {
  id: 'smart-quotes',
  severity: 'error',
  summary: 'A value is not wrapped in typographic quotes.',
  why: 'Word processors put them in place of straight ones. YAML takes them as part of the text, so they would be printed.',
  wrong: { yaml: 'vendor: ⟪“Acme”⟫' },
  right: { yaml: 'vendor: Acme' },
};
