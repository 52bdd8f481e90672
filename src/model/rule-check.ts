import type { z } from 'zod';

/** What a failed check tells the reader: the rule it belongs to, what would be right, and what to paste. */
export interface CheckFailure {
  readonly rule: string;
  readonly expected?: readonly string[];
  readonly fix?: string;
  /** Whether the check looked at several values of a mapping, so that a mistake in one of them may be what it found. */
  readonly isAcross?: boolean;
}

/**
 * The parameters of a zod refinement that belongs to a rule of its own.
 * The reader of zod issues finds them in `issue.params` and files the diagnostic under that rule.
 */
export function failing(rule: string, error: string): { error: string; params: CheckFailure } {
  return { error, params: { rule } };
}

/** Adds an issue that belongs to a rule, at `path` below the object being checked. */
export function addFailure(
  context: z.RefinementCtx,
  path: readonly (string | number)[],
  message: string,
  failure: CheckFailure,
): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { ...failure, isAcross: true } });
}
