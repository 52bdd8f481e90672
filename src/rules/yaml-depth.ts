import type { Rule } from './rule.ts';

/** Lists and mappings are nested at most 16 deep. */
export const yamlDepth: Rule = {
  id: 'yaml-depth',
  severity: 'error',
  summary: 'Lists and mappings are nested at most 16 deep.',
  why: 'No key of an entry needs more than seven; deeper nesting is a mistake or an attack.',
  wrong: { yaml: 'aliases: [[[[[[[[[[[[[[[⟪[⟫[[[[]]]]]]]]]]]]]]]]]]]' },
  right: { yaml: 'aliases: [acme-one]' },
};
