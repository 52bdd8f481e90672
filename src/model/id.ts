import { z } from 'zod';

/** The form of every id: lower-case words joined by single hyphens, as in a file name. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longest id: keeps addresses and file names readable everywhere. */
const ID_LENGTH = 64;

/** A short permanent name: the file name without `.yaml`, or a key of the vocabulary in `matrix.yaml`. */
export const id = z
  .string()
  .max(ID_LENGTH)
  .regex(ID_PATTERN, { error: 'is not an id: write lower-case letters, digits and single hyphens, as in `bare-metal`' });
