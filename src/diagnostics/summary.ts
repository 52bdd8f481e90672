import { countSeverities, type Diagnostic, SEVERITIES } from './diagnostic.ts';

/** “2 errors, 1 warning”, or “no findings”. */
export function formatCounts(items: readonly Diagnostic<string>[]): string {
  const counts = countSeverities(items);
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    formatCount(counts[severity], severity),
  );
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** A number with its noun in the singular or plural, by adding `s`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
