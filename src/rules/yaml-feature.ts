import type { Rule } from './rule.ts';

/** Data files use plain YAML: no anchors, aliases, tags or directives, and words as keys. */
export const yamlFeature: Rule = {
  id: 'yaml-feature',
  severity: 'error',
  summary: 'Data files use plain YAML: no anchors, aliases, tags or directives, and words as keys.',
  why: 'Aliases let a small file grow beyond memory, tags change what a value is, and both make an entry hard to read. Every entry is read on its own.',
  wrong: { yaml: 'vendor: ⟪&acme⟫ Acme' },
  right: { yaml: 'vendor: Acme' },
};
