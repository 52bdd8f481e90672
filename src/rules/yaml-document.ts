import type { Rule } from './rule.ts';

/** A file holds one YAML document. */
export const yamlDocument: Rule = {
  id: 'yaml-document',
  severity: 'error',
  summary: 'A file holds one YAML document.',
  why: 'A second document after `---` would be read by nothing.',
  wrong: {
    yaml: `notes: First.
⟪---⟫
notes: Second.`,
  },
  right: { yaml: 'notes: First. Second.' },
};
