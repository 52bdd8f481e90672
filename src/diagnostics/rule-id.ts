/**
 * Every rule, by its permanent id. Ids are addresses: pages, editors and suppressed alerts point at them,
 * so an id is never renamed and never given a second meaning.
 */
export const RULE_IDS = [
  // The file
  'missing-file',
  'file-name',
  'symbolic-link',
  'unreadable-file',
  'file-too-large',
  'encoding',
  'control-character',
  'line-ending',
  'empty-file',
  // The YAML in it
  'yaml-syntax',
  'yaml-document',
  'yaml-feature',
  'yaml-depth',
  'duplicate-key',
  'format',
  // The keys and values of the entry
  'unknown-key',
  'missing-key',
  'blank-value',
  'wrong-type',
  'value-form',
  'unknown-category',
  'unknown-level',
  'unknown-architecture',
  'unknown-stage',
  'unknown-value',
  'id',
  'url',
  'handle',
  'reference',
  'date',
  'release',
  'placeholder',
  'smart-quotes',
  'markdown',
  'evidence-place',
  'lifecycle-reason',
  'history-order',
  'history-level',
  'architecture-level',
  // The entries among each other
  'duplicate-name',
  'duplicate-maintainer',
  'dangling-reference',
  'bot-maintainer',
  // The claim against the policy of its level
  'claim-above-evidence',
  'claim-below-evidence',
  'level-maintainer',
  'level-caveat',
  'level-reason',
  'caveat-tracking',
  'stage-missing',
  'stage-evidence',
  // The calendar
  'future-date',
  'review-date',
  'evidence-age',
  // The world against the data
  'evidence-gone',
  'workflow-failing',
  'workflow-idle',
  'handle-gone',
  'handle-renamed',
  'reference-gone',
  'reference-moved',
  'repository-archived',
  'stage-progress',
  'caveat-closed',
  'watch-coverage',
  'watch-excuse',
  'channel-release',
  // The pull request
  'removed-file',
  'changed-id',
  'raised-evidence',
  'change-reason',
  'maintainer-consent',
  'team-consent',
  'many-entries',
  'outside-entries',
  'snapshot-edit',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Whether a text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return (RULE_IDS as readonly string[]).includes(text);
}
