import type { Rule } from './rule.ts';

/** A data file can be read. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  summary: 'A data file can be read.',
  why: 'A folder, a device or a file without read permission where an entry belongs would silently drop that entry.',
  wrong: { yaml: '(a folder named acme.yaml)', content: { kind: 'not-a-file' } },
  right: { yaml: 'name: Acme Cloud' },
};
