import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatText, inert, type Paint, printable } from '../diagnostics/format-text.ts';
import { formatCount } from '../diagnostics/summary.ts';
import type { Review } from '../model/review.ts';

/** How many lines of a kind are shown. */
const SHOWN = 40;

/** Formats a review for a terminal: what it means, what changes, what follows, and the problems that it brings. */
export function formatReviewText(
  review: Review,
  problems: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  paint: Paint,
): string {
  const { headline, changes, consequences, problems: found, remarks, outside } = review;
  const lines = [
    ...few(changes.map(({ subject, text }) => `${subject.name}: ${text}`)),
    ...few(consequences),
    ...few(outside.map((path) => `${path} is no data.`)),
    ...remarks,
    ...(found.before.length === 0 ? [] : [`${formatCount(found.before.length, 'problem')} that were there before.`]),
  ];
  const head = [paint.bold(printable(headline)), ...lines.map((line) => inert(`  ${printable(line)}`))].join('\n');
  return problems.length === 0 ? `${head}\n` : `${head}\n\n${formatText(problems, texts, paint)}`;
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `${lines.length - SHOWN} more`];
}
