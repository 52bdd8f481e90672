import { z } from 'zod';
import { isDate } from './day.ts';
import { failing } from './rule-check.ts';

/** A day, `YYYY-MM-DD`; kept as text, because a time zone would move it. */
export const date = z
  .string()
  .refine(isDate, failing('date', 'is not a day of the calendar: write `YYYY-MM-DD`'))
  .meta({ format: 'date', examples: ['2026-08-22'] });
