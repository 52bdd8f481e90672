import { type Diagnostic, endOf, startOf } from '../diagnostics/diagnostic.ts';
import { MAX_TEXT, type ReviewProblem } from '../model/review.ts';

/** A text as long as a review may have it. */
export function clip(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`;
}

/** A diagnostic as a review tells it. */
export function buildProblem(item: Diagnostic): ReviewProblem {
  const [start, end] = [startOf(item.place), endOf(item.place)];
  return {
    rule: item.ruleId,
    severity: item.severity,
    file: clip(item.file),
    ...(item.place !== undefined && {
      start: { line: start.line, column: start.column },
      end: { line: end.line, column: end.column },
    }),
    reason: clip(item.reason),
    ...(item.note != null && { note: clip(item.note) }),
    ...(item.fix !== undefined && { fix: clip(item.fix) }),
  };
}
