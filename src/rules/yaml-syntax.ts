import type { Rule } from './rule.ts';

/** A data file is valid YAML 1.2. */
export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'A data file is valid YAML 1.2.',
  why: 'Only the first syntax error of a file is shown, because what follows it is nearly always its consequence.',
  wrong: { yaml: 'maintainers: [⟪@⟫octocat]' },
  right: { yaml: 'maintainers: ["@octocat"]' },
};
