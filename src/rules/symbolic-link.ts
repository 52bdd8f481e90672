import type { Rule } from './rule.ts';

/** A data file is a file, not a symbolic link. */
export const symbolicLink: Rule = {
  id: 'symbolic-link',
  severity: 'error',
  summary: 'A data file is a file, not a symbolic link.',
  why: 'A link can point outside the repository, at something that the author of a pull request should not be able to publish.',
  wrong: { yaml: 'acme.yaml -> /etc/passwd', content: { kind: 'symbolic-link' } },
  right: { yaml: 'name: Acme Cloud' },
};
