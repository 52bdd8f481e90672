import { assess, findShortfalls, type Judge } from '../dataset/assess.ts';
import type { AnyEntry } from '../dataset/references.ts';
import type { ChangeOf } from '../diff/change.ts';
import type { Environment } from '../model/environment.ts';
import type { Level } from '../model/level.ts';
import type { PullRequest } from '../rules/rule.ts';

/** What pages call a level. */
export function labelOf(id: string | undefined, { base, head }: PullRequest): string {
  const levels = [...head.matrix.value.levels, ...(base?.matrix.value.levels ?? [])];
  return levels.find((level) => level.id === id)?.label ?? id ?? 'not stated';
}

/** What an entry is, where it is an environment. */
export function environmentOf(entry: AnyEntry | undefined): Environment | undefined {
  return entry !== undefined && 'level' in entry.value ? entry.value : undefined;
}

/** Says how a claim changed, and which line of the policy decides whether it may. */
export function describeLevel(change: ChangeOf<'raised' | 'lowered' | 'reverted'>, pull: PullRequest): string {
  const { kind, level, architectures, isWhole, subject } = change;
  const [from, to] = [labelOf(level.before, pull), labelOf(level.after, pull)];
  const where = isWhole || architectures.length === 0 ? '' : ` on ${architectures.join(' and ')}`;
  const verb = kind === 'reverted' ? 'taken back, with its line of the history,' : kind;
  const decides = 'after' in subject ? decisiveLine(change, environmentOf(subject.after), pull) : '';
  return `${verb}${where} from ${from} to ${to}${decides}${supportOf(subject, isWhole, pull)}`;
}

/** The line of the policy that a raised claim meets or misses, or that a lowered one no longer had to meet. */
function decisiveLine(
  { kind, level, isWhole, architectures, subject }: ChangeOf<'raised' | 'lowered' | 'reverted'>,
  after: Environment | undefined,
  { base, head }: PullRequest,
): string {
  const before = 'before' in subject ? environmentOf(subject.before) : undefined;
  const { levels } = head.matrix.value;
  const find = (id: string | undefined): Level | undefined => levels.find((each) => each.id === id);
  const architecture = isWhole ? undefined : architectures[0];
  const firstNeed = (entry: Environment | undefined, target: Level | undefined, judge: Judge | undefined) =>
    entry && target && judge && findShortfalls(entry, target, judge, architecture)[0]?.needs;
  const better = kind === 'raised' ? find(level.after) : find(level.before);
  const missing = firstNeed(after, better, head);
  if (better !== undefined && missing !== undefined) return `: ${better.label} needs ${missing}`;
  const lacked = firstNeed(before, better, base);
  if (kind === 'raised' && lacked !== undefined) return `: ${better!.label} needs ${lacked}, which it has now`;
  return '';
}

/** What the evidence supports; what is gone needs none. */
function supportOf(subject: ChangeOf<'raised'>['subject'], isWhole: boolean, pull: PullRequest): string {
  const after = 'after' in subject ? environmentOf(subject.after) : undefined;
  if (after === undefined || !isWhole || after.lifecycle === 'retired') return '';
  return `; the evidence supports ${assess(after, pull.head).supported.label}`;
}
