import type { RuleId } from '../diagnostics/rule-id.ts';
import { toId } from '../model/to-id.ts';

/** Texts that may have been meant, the likeliest first. */
type Guess = (text: string) => readonly string[];

/** How people write what a rule wants otherwise. */
const GUESSES: Partial<Record<RuleId, Guess>> = {
  url: (text) => [text.replace(/^http:/i, 'https:'), `https://${text}`],
  id: (text) => [toId(text)],
  'smart-quotes': (text) => [text.replaceAll(/^[“”„‟«»‘’‚‛]|[“”„‟«»‘’‚‛]$/g, '').trim()],
  handle: (text) => [
    `@${text}`,
    text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\/(?:orgs\/)?([\w-]+)(?:\/teams)?(\/[\w.-]+)?\/?$/i, '@$1$2'),
  ],
  reference: (text) => [
    text.toLowerCase(),
    text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/]+\/[^/#?]+)\/(?:issues|pull)\/(\d+).*$/i, '$1#$2'),
    text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/]+\/[^/#?]+?)(?:\.git)?\/?$/i, '$1'),
  ],
  release: (text) => [text.replace(/^[^\d]*/, ''), `${text}.0`],
  date: (text) => [
    text.replace(/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
    // A day above twelve cannot be a month; any other could be either.
    text.replace(/^(1[3-9]|2\d|3[01])[-./](\d{1,2})[-./](\d{4})$/, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day].join('-'),
    ),
    text.slice(0, 10),
  ],
};

/** What a text was probably meant to be, in the form that a rule wants; undefined where that cannot be known. */
export function correct(rule: RuleId, text: string, fits: (candidate: string) => boolean): string | undefined {
  return GUESSES[rule]?.(text).find((candidate) => candidate !== text && fits(candidate));
}
