import type { RuleId } from './rule-id.ts';

/** The page of a rule on the published site. */
export function ruleUrl(site: string, id: RuleId): string {
  return `${site.replace(/\/+$/, '')}/rules/${id}/`;
}
