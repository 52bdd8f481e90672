import { z } from 'zod';
import { failing } from './rule-check.ts';

/** The form of every id: lower-case words joined by single hyphens, as in a file name. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longest id: keeps addresses and file names readable everywhere. */
export const ID_LENGTH = 64;

/** A short permanent name: the file name without `.yaml`, or a key of the vocabulary in `matrix.yaml`. */
export const id = z
  .string()
  .refine(
    (text) => ID_PATTERN.test(text) && text.length <= ID_LENGTH,
    failing('id', 'is not an id: write lower-case letters, digits and single hyphens, as in `bare-metal`'),
  )
  .meta({ pattern: ID_PATTERN.source, maxLength: ID_LENGTH });
