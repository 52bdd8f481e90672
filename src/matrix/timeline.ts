import { daysBetween } from '../model/day.ts';

/** A stretch of time on an axis from 0 to 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first day and the last day that an axis shows. */
export interface Axis {
  readonly start: string;
  readonly end: string;
}

/** Where a day lies on an axis, from 0 to 1; days outside are moved to its ends. */
export function positionOn({ start, end }: Axis, day: string): number {
  const length = daysBetween(start, end);
  return length <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(start, day) / length));
}

/** The first of January of every year inside an axis. */
export function yearsOn(axis: Axis): readonly { readonly year: number; readonly at: number }[] {
  const first = Number(axis.start.slice(0, 4)) + 1;
  const last = Number(axis.end.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    year: first + index,
    at: positionOn(axis, `${first + index}-01-01`),
  }));
}

/** The stretch during which each dated step was the newest one. */
export function spansOf<Step extends { readonly on: string }>(
  steps: readonly Step[],
  axis: Axis,
): readonly (Span & { readonly step: Step })[] {
  return steps.map((step, index) => ({
    step,
    from: positionOn(axis, step.on),
    to: positionOn(axis, steps[index + 1]?.on ?? axis.end),
  }));
}
