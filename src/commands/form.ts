import type { DataFile } from '../dataset/data-file.ts';
import { readEntryName } from '../dataset/find-entry.ts';
import { newFields } from '../dataset/new-fields.ts';
import { parseDataset, type ParsedDataset } from '../dataset/parse-dataset.ts';
import { vocabularyOf } from '../model/matrix.ts';
import { toId } from '../model/to-id.ts';
import type { IssueEvent } from '../outlets/issue-event.ts';
import { buildIssueForms, type IssueForm } from '../outlets/issue-forms.ts';
import { parseForm } from '../outlets/parse-form.ts';
import { adopt } from './adopt.ts';
import { splitList } from './build-entry.ts';
import { missingFields } from './check-new.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { type FormChange, formatPull, formatRefusal } from './format-pull.ts';
import { newEntry } from './new.ts';
import { requireDataset } from './require-dataset.ts';
import { UsageError } from './usage-error.ts';

export interface FormOptions {
  /** The data folder, from the root of the repository. */
  readonly root: string;
  /** The day it is listed, `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface FormResult extends CommandResult {
  /**
   * What is to be done, a file for each piece: `outcome` is `change`, `refused` or `none`. A change has the `branch`, the
   * `path` of the file in the repository, its text as `entry.yaml`, the `title` and the `message` of the commit, and the
   * `body` of the pull request; a refusal has the `comment` that says why.
   */
  readonly files: readonly WrittenFile[];
}

/** The answers to a form, and what they are about. */
interface Filing {
  readonly form: IssueForm;
  readonly values: Readonly<Record<string, string>>;
  readonly login: string;
  readonly files: readonly DataFile[];
  readonly parsed: ParsedDataset;
  readonly options: FormOptions;
}

/** A change, or the words that say why there is none. */
type Outcome = Omit<FormChange, 'root'> | { readonly refusal: string };

/**
 * Turns an issue that was opened with a form into what a pull request needs. What people wrote goes into one data file, by
 * the code that the commands use, and as code into the words of a refusal; it names nothing else.
 */
export function fileForm(files: readonly DataFile[], event: IssueEvent, options: FormOptions): FormResult {
  const parsed = parseDataset(files, options.root);
  const forms = buildIssueForms(requireDataset(parsed, options.root).matrix.value);
  const answered = parseForm(event.body, forms);
  if (answered === undefined || answered.form.name === 'wrong') return resultOf('nothing to do', { outcome: 'none' });
  const { form, values, problems } = answered;
  const outcome =
    values === undefined
      ? { refusal: problems.join('\n') }
      : attempt({ form, values, login: event.login, files, parsed, options });
  if ('refusal' in outcome)
    return resultOf(outcome.refusal, { outcome: 'refused', comment: formatRefusal(outcome.refusal) });
  const pull = formatPull({ ...outcome, root: options.root }, event);
  return resultOf(`${outcome.verb} ${outcome.file.path}`, { outcome: 'change', ...pull });
}

function resultOf(message: string, pieces: Readonly<Record<string, string>>): FormResult {
  const files = Object.entries(pieces).map(([path, text]) => ({ path, text }));
  return { files, output: '', message, exitCode: 0 };
}

function attempt(filing: Filing): Outcome {
  try {
    return filing.form.name === 'adopt' ? adoptBy(filing) : addBy(filing);
  } catch (error) {
    // What a command refuses to begin with.
    if (error instanceof UsageError) return { refusal: error.message };
    throw error;
  }
}

function adoptBy({ values, login, files, parsed, options }: Filing): Outcome {
  const { environment = '', handle = `@${login}` } = values;
  const { kind, name: entry } = readEntryName(environment);
  const { files: changed, message = '' } = adopt(files, { root: options.root, entry, kind, handle }, parsed);
  return changed[0] === undefined ? { refusal: message } : { verb: 'Adopt', file: changed[0], handles: [handle] };
}

function addBy({ form, values, files, parsed, options }: Filing): Outcome {
  const { id = idFrom(values.name), ...said } = values;
  const call = { kind: 'environment', id, values: said } as const;
  const fields = newFields('environment', vocabularyOf(requireDataset(parsed, options.root).matrix.value));
  const missing = new Set([...missingFields(call, fields).map(({ option }) => option), ...(id === '' ? ['id'] : [])]);
  const unanswered = form.fields.filter((field) => missing.has(field.id));
  if (unanswered.length > 0)
    return { refusal: unanswered.map(({ label }) => `“${label}” is not answered.`).join('\n') };
  const { files: made, output, message = '' } = newEntry(files, { ...call, ...options, hasHints: false }, parsed);
  if (made[0] === undefined) return { refusal: `${output}${message}` };
  return { verb: 'Add', file: made[0], handles: splitList(said.maintainers) ?? [] };
}

/** The id that a name makes; none where it has no letter that an id can have. */
function idFrom(name = ''): string {
  return /[a-z0-9]/i.test(name.normalize('NFKD')) ? toId(name) : '';
}
