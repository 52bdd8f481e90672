import { assess } from '../dataset/assess.ts';
import { handleKey } from '../dataset/references.ts';
import type { Change, ChangeOf, Step } from '../diff/change.ts';
import { diffValues } from '../diff/diff-values.ts';
import { placeOf } from '../matrix/place.ts';
import type { ChangeKind } from '../model/change-kind.ts';
import type { Evidence } from '../model/evidence.ts';
import { isTeam } from '../model/handle.ts';
import { maintainerName } from '../model/maintainer.ts';
import type { PullRequest } from '../rules/rule.ts';
import { describeEdits, show } from './describe-edits.ts';
import { describeLevel, environmentOf, labelOf } from './describe-level.ts';

/** Says what changed, in words that follow the name of what it is about. */
export function describeChange(change: Change, pull: PullRequest): string {
  return (WORDS[change.kind] as (change: Change, pull: PullRequest) => string)(change, pull);
}

const WORDS: { readonly [Kind in ChangeKind]: (change: ChangeOf<Kind>, pull: PullRequest) => string } = {
  added: describeAdded,
  removed: () => 'deleted',
  unreadable: () => 'has mistakes, and is left out',
  readable: () => 'has no such mistakes any more',
  renamed: ({ id, redirects }) =>
    `renamed from \`${id.before!}\` to \`${id.after!}\`; the old address ${redirects ? 'redirects' : 'leads nowhere'}`,
  moved: ({ category }, pull) =>
    `moved from ${categoryOf(category.before!, pull)} to ${categoryOf(category.after!, pull)}`,
  retired: (change) => `retired${describeEnd(change)}`,
  deprecated: (change) => `deprecated${describeEnd(change)}`,
  revived: () => 'active again',
  adopted: (change, pull) => `adopted by \`${maintainerName(change.maintainer)}\`${describeConsent(change, pull)}`,
  'maintainer-left': ({ maintainer }) => `\`${maintainerName(maintainer)}\` no longer maintains it`,
  raised: describeLevel,
  lowered: describeLevel,
  reverted: describeLevel,
  'support-raised': describeSupport,
  'support-lowered': describeSupport,
  'stage-advanced': describeStage,
  'stage-withdrawn': describeStage,
  'stage-changed': describeStage,
  'evidence-added': (change, pull) =>
    `evidence added${stageOf(change, pull)}: ${describePlace(change.evidence.after!)}`,
  'evidence-removed': (change, pull) =>
    `evidence removed${stageOf(change, pull)}: ${describePlace(change.evidence.before!)}`,
  'evidence-changed': (change, pull) =>
    `evidence changed${stageOf(change, pull)}: ${describePlace(change.evidence.after!)}; ${describeStep(change.evidence)}`,
  'caveat-added': ({ caveat }) => `caveat added: ${show(caveat.after!.summary)}`,
  'caveat-resolved': ({ caveat }) => `caveat gone: ${show(caveat.before!.summary)}`,
  'caveat-changed': ({ caveat }) => `caveat changed: ${describeStep(caveat)}`,
  'fields-changed': ({ edits }) => describeEdits(edits),
  reformatted: () => 'only formatting',
};

function describeAdded({ subject }: ChangeOf<'added'>, pull: PullRequest): string {
  const environment = 'after' in subject ? environmentOf(subject.after) : undefined;
  if (environment === undefined) return 'new';
  const { claimed, supported } = assess(environment, pull.head);
  return `new, claimed as ${claimed.label}; the evidence supports ${supported.label}`;
}

function categoryOf(id: string, { base, head }: PullRequest): string {
  const categories = [...head.matrix.value.categories, ...(base?.matrix.value.categories ?? [])];
  return categories.find((category) => category.id === id)?.label ?? id;
}

function describeEnd({ subject }: ChangeOf<'retired' | 'deprecated'>): string {
  const value = 'after' in subject ? subject.after?.value : undefined;
  const replaced = value?.replacedBy === undefined ? '' : `, replaced by \`${value.replacedBy}\``;
  return value === undefined ? '' : ` since ${value.since!}${replaced}: ${show(value.reason)}`;
}

/** How it is known that a new maintainer agrees. */
function describeConsent({ maintainer }: ChangeOf<'adopted'>, { author, agreed }: PullRequest): string {
  if (typeof maintainer !== 'string' || isTeam(maintainer)) return '';
  const key = handleKey(maintainer);
  if (author !== undefined && key === handleKey(author)) return ', the author';
  return agreed.has(key) ? ', who agrees' : '';
}

function describeSupport({ supported }: ChangeOf<'support-raised' | 'support-lowered'>, pull: PullRequest): string {
  return `the evidence supports ${labelOf(supported.after, pull)} now, before ${labelOf(supported.before, pull)}; the claim stays`;
}

function describeStage(
  { stage, state }: ChangeOf<'stage-advanced' | 'stage-withdrawn' | 'stage-changed'>,
  pull: PullRequest,
): string {
  const label = stageLabel(stage, pull);
  const [before, after] = [state.before?.status ?? 'not stated', state.after?.status ?? 'not stated'];
  return before === after ? `${label}: ${describeStep(state)}` : `${label}: ${before} → ${after}`;
}

function stageLabel(id: string, { head }: PullRequest): string {
  return head.matrix.value.stages.find((stage) => stage.id === id)?.label ?? id;
}

function stageOf(
  { stage }: ChangeOf<'evidence-added' | 'evidence-removed' | 'evidence-changed'>,
  pull: PullRequest,
): string {
  return stage === undefined ? '' : ` for ${stageLabel(stage, pull)}`;
}

function describePlace(evidence: Evidence): string {
  return `\`${evidence.kind}\`, \`${placeOf(evidence).label}\``;
}

function describeStep({ before, after }: Step<unknown>): string {
  return describeEdits(diffValues(before, after));
}
