import type { Matrix } from './matrix.ts';

/**
 * The issue forms, each with the fields that an address can fill, by their ids. Fields with a list to choose from are not
 * among them: GitHub shows an empty form where an address names one.
 */
export const FORM_FIELDS = {
  /** Somebody wants to answer for an entry: its id, after `provider ` where it is one. */
  adopt: ['environment', 'handle'],
  /** Somebody knows an environment that is not listed. */
  add: ['name', 'id', 'vendor', 'homepage', 'documentation', 'maintainers', 'evidence', 'release', 'caveat'],
  /** An entry is wrong: which, in which field, what it says there, and on which build of the site. */
  wrong: ['environment', 'field', 'value', 'build', 'saw', 'release'],
} as const;

export type FormName = keyof typeof FORM_FIELDS;

/** What an address fills into a form. */
export type FormValues<Form extends FormName> = Readonly<Partial<Record<(typeof FORM_FIELDS)[Form][number], string>>>;

/** Longest text that goes into an address; servers refuse addresses above some thousand characters. */
const LONGEST = 500;

/** The address of an issue form, filled in; `title` is that of the issue. */
export function issueFormUrl<Form extends FormName>(
  { repository }: Pick<Matrix, 'repository'>,
  form: Form,
  title: string,
  values: FormValues<Form>,
): string {
  let url = `https://github.com/${repository}/issues/new?template=${form}.yml&title=${encode(title)}`;
  for (const [id, text] of Object.entries<string | undefined>(values))
    if (text !== undefined) url += `&${id}=${encode(text)}`;
  return url;
}

/** As URLSearchParams would, in half of its time: a page has a dozen of these addresses. */
function encode(text: string): string {
  // An id, a day, the name of a field.
  if (/^[\w.-]{0,100}$/.test(text)) return text;
  // Half a character, where the text was cut, has no code.
  return encodeURIComponent(text.slice(0, LONGEST).toWellFormed());
}
