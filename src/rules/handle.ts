import type { Rule } from './rule.ts';

/** A maintainer is a GitHub user or team. */
export const handleRule: Rule = {
  id: 'handle',
  severity: 'error',
  summary: 'A maintainer is a GitHub user or team.',
  why: 'A name that cannot be notified cannot answer. Vendors without a handle are written as `{ name, url }`.',
  wrong: { yaml: 'maintainers: [⟪"octo cat"⟫]' },
  right: { yaml: 'maintainers: ["@octocat"]' },
};
