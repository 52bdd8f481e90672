import { z } from 'zod';
import { failing } from './rule-check.ts';

/** A release: numbers joined by dots, kept as text, because `4593.20` and `4593.2` differ. */
export const release = z
  .string()
  .refine(
    (text) => /^v?\d+(\.\d+){1,3}(-[0-9A-Za-z.-]{1,32})?$/.test(text),
    failing('release', 'is not a release: write numbers joined by dots, as in `4593.2.5`'),
  )
  .meta({ pattern: '^v?\\d+(\\.\\d+){1,3}(-[0-9A-Za-z.-]+)?$', examples: ['4593.2.5'] });

/** Orders releases by their numbers, not by their letters: below zero when `a` came first. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(text: string): readonly number[] {
  return text.replace(/^v/, '').split('-', 1)[0]!.split('.').map(Number);
}
