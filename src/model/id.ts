import { z } from 'zod';
import { failing } from './rule-check.ts';
import { ID_LENGTH, ID_PATTERN } from './to-id.ts';

/** A short permanent name: the file name without `.yaml`, or a key of the vocabulary in `matrix.yaml`. */
export const id = z
  .string()
  .refine(
    (text) => ID_PATTERN.test(text) && text.length <= ID_LENGTH,
    failing('id', 'is not an id: write lower-case letters, digits and single hyphens, as in `bare-metal`'),
  )
  .meta({ pattern: ID_PATTERN.source, maxLength: ID_LENGTH });
