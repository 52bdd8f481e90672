import { z } from 'zod';
import { failing } from './rule-check.ts';

const PLACEHOLDER =
  /^(?:todo|tbd|tba|fixme|n\/?a|xxx+|\?+|\.{2,}|-+|lorem\b.*|placeholder|foo|bar)[.!]?$|\b(?:TODO|FIXME|TBD)\b|\blorem ipsum\b/i;

/** Wrapped in typographic quotes, or with one of a pair; quotes around a part of a sentence are fine, and so is an apostrophe. */
const SMART_QUOTED = /^[“”„‟«»‘’‚‛][^“”„‟«»]*[“”„‟«»‘’‚‛]?$|^[^“”„‟«»]*[“”„‟«»]$/;

/** Adds what is wrong with a text that people will read: left empty, left for later, or quoted by a word processor. */
function checkWords(text: string, context: z.RefinementCtx): void {
  if (text.trim() === '')
    context.addIssue({ code: 'custom', ...message('value-form', 'is empty: leave the key out, or say something') });
  else if (PLACEHOLDER.test(text.trim()))
    context.addIssue({ code: 'custom', ...message('placeholder', 'is a placeholder, not an answer') });
  else if (SMART_QUOTED.test(text.trim()))
    context.addIssue({
      code: 'custom',
      ...message('smart-quotes', 'is quoted with typographic quotes, which YAML takes as part of the text'),
    });
}

function message(rule: string, text: string): { message: string; params: ReturnType<typeof failing>['params'] } {
  return { message: text, params: failing(rule, text).params };
}

/** One line of plain text that people read. */
function line(most: number): z.ZodString {
  return z
    .string()
    .superRefine(checkWords)
    .refine((text) => text.length <= most, failing('value-form', `is longer than ${most} characters`))
    .refine((text) => !text.trim().includes('\n'), failing('value-form', 'runs over several lines, where one belongs'))
    .meta({ maxLength: most });
}

/** A name: what a table cell or a heading shows. */
export const name = line(80);

/** A sentence or two, in plain text. */
export const sentence = line(400);

/** A little Markdown: paragraphs, lists, emphasis, code and links. */
export const markdown = z
  .string()
  .superRefine(checkWords)
  .refine((text) => text.length <= 5000, failing('value-form', 'is longer than 5000 characters'))
  .meta({ maxLength: 5000 });
