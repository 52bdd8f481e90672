import { isDeepStrictEqual } from 'node:util';
import { formatCount } from '../diagnostics/summary.ts';
import type { Asking } from './github.ts';
import type { Change, Collected } from './collect.ts';

/** The share of the values that may be gone after a run and were not before; above it something else is wrong. */
const MOST_GONE = 0.1;

/** How many of them are named. */
const NAMED = 10;

/** What GitHub says is gone, and did not say before. */
function findNewlyGone({ changes }: Collected): readonly Change[] {
  return changes.filter(({ before, after }) => after.state === 'gone' && before?.state !== 'gone');
}

/** Whether more is newly gone than the world loses between two runs. One thing alone may always go. */
export function isTooMuchGone(collected: Collected): boolean {
  const gone = findNewlyGone(collected).length;
  return gone > 1 && gone > MOST_GONE * countValues(collected);
}

/** Says that a run was stopped because of what is newly gone, and names the first of it. */
export function formatTooMuchGone(collected: Collected): string {
  const gone = findNewlyGone(collected);
  return [
    `${gone.length} of ${countValues(collected)} values are newly gone:`,
    ...gone.slice(0, NAMED).map(({ key }) => `  ${key}`),
    ...(gone.length > NAMED ? [`  and ${gone.length - NAMED} more`] : []),
    'That is more than the world loses between two runs, so nothing was written. If it is true: --accept-gone.',
  ].join('\n');
}

function countValues({ changes, settled }: Collected): number {
  return changes.length + settled;
}

/** A run in a few lines: what was asked, what came of it, what failed and why, and what it took. */
export function formatSummary(collected: Collected): string {
  const { changes, settled, dropped, asking } = collected;
  const good = changes.filter(({ answer }) => 'fact' in answer);
  const gone = changes.filter(({ answer }) => answer.state === 'gone').length;
  const unchanged = good.filter(isUnchanged).length;
  const earlier = settled === 0 ? '' : `, ${settled} answered earlier that day`;
  return [
    `Asked GitHub about ${formatCount(changes.length, 'value')}${earlier}.`,
    `  ${good.length} fresh: ${unchanged} unchanged, ${good.length - unchanged} new or changed`,
    `  ${gone} gone, ${findNewlyGone(collected).length} of them newly`,
    ...formatFailures(changes),
    ...(dropped === 0 ? [] : [`  ${formatCount(dropped, 'value')} dropped, which nothing refers to any more`]),
    formatAsking(asking),
  ].join('\n');
}

function isUnchanged({ before, after }: Change): boolean {
  return before?.state === after.state && isDeepStrictEqual(before.answer, after.answer);
}

/** The reasons why there was no answer, the most frequent first. */
function formatFailures(changes: readonly Change[]): readonly string[] {
  const reasons = changes.flatMap(({ answer }) =>
    'reason' in answer && answer.state !== 'gone' ? [answer.reason] : [],
  );
  if (reasons.length === 0) return ['  0 failed'];
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length }]) => ({ reason, length }));
  counts.sort((a, b) => b.length - a.length || (a.reason < b.reason ? -1 : 1));
  return [`  ${reasons.length} failed:`, ...counts.map(({ reason, length }) => `    ${length} ${reason}`)];
}

function formatAsking({ requests, points, budgets }: Asking): string {
  const left = Object.entries(budgets)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { limit, remaining }]) => `${remaining} of ${limit} (${name})`);
  const budget = left.length === 0 ? '' : `; left for this hour: ${left.join(', ')}`;
  return `${formatCount(requests, 'request')}, ${formatCount(points, 'point')} of GraphQL${budget}.`;
}
