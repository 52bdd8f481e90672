import { z } from 'zod';

/** The ids that `matrix.yaml` allows the other files to use, each list in its order there. */
export interface Vocabulary {
  readonly levels: readonly string[];
  readonly categories: readonly string[];
  readonly stages: readonly string[];
  readonly architectures: readonly string[];
  readonly channels: readonly string[];
}

/** One word of a list that `matrix.yaml` closes; any word where the list could not be read, so that one broken file is not reported in all others. */
export function wordOf(words: readonly string[]): z.ZodType<string> {
  return words.length === 0 ? z.string() : z.enum(words as [string, ...string[]]);
}

/**
 * One word of a list that the program itself closes, with what each word means: editors show the meaning beside the word.
 * A word without a meaning does not compile.
 */
export function definedWord<const Words extends readonly string[]>(
  words: Words,
  description: string,
  meanings: Readonly<Record<Words[number], string>>,
) {
  return z.enum(words).meta({ description, meanings });
}

/** A mapping whose keys are words of a list that `matrix.yaml` closes, each key optional. */
export function mapOf<Value>(
  words: readonly string[],
  value: z.ZodType<Value>,
): z.ZodType<Readonly<Record<string, Value>>> {
  if (words.length === 0) return z.record(z.string(), value);
  const shape = Object.fromEntries(words.map((word) => [word, value.optional()]));
  return z.strictObject(shape) as unknown as z.ZodType<Readonly<Record<string, Value>>>;
}
