import { z } from 'zod';
import { addFailure } from './rule-check.ts';

const PLACEHOLDER =
  /^(?:todo|tbd|tba|fixme|n\/?a|xxx+|\?+|\.{2,}|-+|lorem\b.*|placeholder|foo|bar)[.!]?$|\b(?:TODO|FIXME|TBD)\b|\blorem ipsum\b/i;

/** Wrapped in typographic quotes, or with one of a pair; quotes around a part of a sentence are fine, and so is an apostrophe. */
const SMART_QUOTED = /^[“”„‟«»‘’‚‛][^“”„‟«»]*[“”„‟«»‘’‚‛]?$|^[^“”„‟«»]*[“”„‟«»]$/;

/** What is wrong with a text: the rule it breaks, and the words that follow the text. */
type Problem = readonly [rule: string, words: string];

/** What is wrong with a text that people will read: left empty, left for later, or quoted by a word processor. */
function wordsProblem(text: string): Problem | undefined {
  const words = text.trim();
  if (words === '') return ['value-form', 'is empty: leave the key out, or say something'];
  if (PLACEHOLDER.test(words)) return ['placeholder', 'is a placeholder, not an answer'];
  if (SMART_QUOTED.test(words))
    return ['smart-quotes', 'is quoted with typographic quotes, which YAML takes as part of the text'];
  return undefined;
}

function lengthProblem(text: string, most: number): Problem | undefined {
  return text.length > most ? ['value-form', `is longer than ${most} characters`] : undefined;
}

function lineProblem(text: string): Problem | undefined {
  return text.trim().includes('\n') ? ['value-form', 'runs over several lines, where one belongs'] : undefined;
}

/** A text of which only the first problem is told. */
function textWith(findProblem: (text: string) => Problem | undefined): z.ZodString {
  return z.string().superRefine((text, context) => {
    const problem = findProblem(text);
    if (problem !== undefined) addFailure(context, [], problem[1], { rule: problem[0] });
  });
}

/** One line of plain text that people read. */
function line(most: number): z.ZodString {
  return textWith((text) => wordsProblem(text) ?? lengthProblem(text, most) ?? lineProblem(text)).meta({
    maxLength: most,
  });
}

/** A name: what a table cell or a heading shows. */
export const name = line(80);

/** A sentence or two, in plain text. */
export const sentence = line(400);

/** A little Markdown: paragraphs, lists, emphasis, code and links. */
export const markdown = textWith((text) => wordsProblem(text) ?? lengthProblem(text, 5000)).meta({ maxLength: 5000 });
