import type { FormField, IssueForm } from './issue-forms.ts';

/** Longest body that is read: GitHub allows no longer one. */
const LONGEST = 65_536;

/** What GitHub writes where nothing was answered. */
const BLANK = /^(?:_No response_|None)?$/;

/** The answers to a form by the ids of its fields, without those that were left out; or what is wrong with them. */
export type ParsedForm =
  | { readonly form: IssueForm; readonly values: Readonly<Record<string, string>>; readonly problems: readonly [] }
  | { readonly form: IssueForm; readonly values?: undefined; readonly problems: readonly string[] };

/**
 * Reads the body of an issue that was opened with a form: a heading for each field, and the answer below it. Undefined
 * where it was opened with none of these forms. What is in an answer is text and nothing else.
 */
export function parseForm(body: string, forms: readonly IssueForm[]): ParsedForm | undefined {
  const lines = body.slice(0, LONGEST).replace(/\r\n?/g, '\n').split('\n');
  const form = forms.find(({ fields }) => lines.find((line) => line !== '') === headingOf(fields[0]!));
  if (form === undefined) return undefined;
  if (body.length > LONGEST) return { form, problems: [`The issue is longer than ${LONGEST} characters.`] };
  const answers = form.fields.map((field) => readAnswer(field, lines, form.fields));
  const problems = answers.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return { form, problems };
  const values = Object.fromEntries(answers.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])));
  return { form, values, problems: [] };
}

function headingOf({ label }: FormField): string {
  return `### ${label}`;
}

interface Answer {
  readonly id: string;
  readonly value?: string | undefined;
  readonly problem?: string;
}

function readAnswer(field: FormField, lines: readonly string[], fields: readonly FormField[]): Answer {
  const { id, label, isRequired = false } = field;
  const wrong = (problem: string): Answer => ({ id, problem });
  const headings = new Set(fields.map(headingOf));
  const start = lines.indexOf(headingOf(field));
  if (start !== lines.lastIndexOf(headingOf(field))) return wrong(`The heading “${label}” stands there twice.`);
  const length = lines.slice(start + 1).findIndex((line) => headings.has(line));
  const text = lines
    .slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
  if (start < 0 || BLANK.test(text)) return isRequired ? wrong(`“${label}” is not answered.`) : { id };
  if (field.type === 'input' && text.includes('\n')) return wrong(`“${label}” has more than one line.`);
  if (field.options === undefined) return { id, value: text };
  const chosen = field.type === 'checkboxes' ? checkedOf(text) : [text];
  const words = chosen.map((each) => field.options!.find((option) => option.text === each)?.word);
  if (words.includes(undefined)) return wrong(`“${label}” is answered with something that is not among its choices.`);
  return words.length === 0 ? { id } : { id, value: words.join(',') };
}

/** The choices that are ticked. */
function checkedOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^- \[x\] (.*)$/i.exec(line)?.[1] ?? []);
}
