import type { Point, Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import type { RuleId } from './rule-id.ts';

/** How much a diagnostic weighs: only errors fail a run. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where in a file: one point, or from its start to its end. Lines and columns count from 1, offsets from 0. */
export type Place = Point | Position;

/** A second place that explains the first, such as the first use of a name. */
export interface Related {
  readonly reason: string;
  readonly file: string;
  readonly place?: Place | undefined;
}

type MessageFields = Pick<VFileMessage, 'reason' | 'place' | 'actual' | 'expected' | 'note' | 'url'>;

/**
 * What was found, before the runner adds who says so and how much it weighs. Field names are those of `vfile-message`.
 * What reads something else than the data has ids of its own.
 */
export interface Finding<Id extends string = RuleId>
  extends
    Readonly<Pick<MessageFields, 'reason'>>,
    Readonly<Partial<Pick<MessageFields, 'actual' | 'expected' | 'note'>>> {
  readonly ruleId: Id;
  /** The file, as a path from the working directory with forward slashes. */
  readonly file: string;
  readonly place?: Place | undefined;
  /** The corrected YAML, ready to paste in place of what is underlined; lines without common indentation. */
  readonly fix?: string | undefined;
  readonly related?: readonly Related[] | undefined;
}

/** One finding about the data: rule, place, sentence, fix. */
export interface Diagnostic<Id extends string = RuleId>
  extends Finding<Id>, Readonly<Partial<Pick<MessageFields, 'url'>>> {
  readonly source: 'interop-matrix';
  readonly severity: Severity;
}

/** The first point of a place; the first of the file where there is none. */
export function startOf(place: Place | undefined): Point {
  if (place === undefined) return { line: 1, column: 1, offset: 0 };
  return 'start' in place ? place.start : place;
}

/** The last point of a place; its first where it is one point. */
export function endOf(place: Place | undefined): Point {
  return place !== undefined && 'end' in place ? place.end : startOf(place);
}

/** Sorts by file, line and column, then by rule: the order in which a reader works through them. */
export function sortDiagnostics<Item extends Finding<string>>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => {
    const [a, b] = [startOf(left.place), startOf(right.place)];
    return (
      compare(left.file, right.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(left.ruleId, right.ruleId) ||
      compare(left.reason, right.reason)
    );
  });
}

/** Compares texts by code unit, the same on every machine whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many there are of each severity. */
export function countSeverities(items: readonly Diagnostic<string>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const item of items) counts[item.severity] += 1;
  return counts;
}
