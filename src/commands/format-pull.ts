import { basename } from 'node:path';
import { handleKey } from '../dataset/references.ts';
import type { IssueEvent } from '../outlets/issue-event.ts';
import { formOrigin } from '../review/event.ts';
import type { WrittenFile } from './command.ts';

/** A change that a form asked for: one file, and who shall answer for its entry. */
export interface FormChange {
  readonly verb: 'Adopt' | 'Add';
  /** The file, relative to the data folder `root`, which is given from the root of the repository. */
  readonly file: WrittenFile;
  readonly root: string;
  readonly handles: readonly string[];
}

/** What a pull request needs, by piece. All names are made of ids, handles and numbers; what people wrote is in the file alone. */
export function formatPull(
  change: FormChange,
  { number, login, account }: IssueEvent,
): Readonly<Record<string, string>> {
  const { verb, file, root, handles } = change;
  const id = basename(file.path, '.yaml');
  const path = `${root}/${file.path}`;
  const others = handles.filter((handle) => handleKey(handle) !== handleKey(`@${login}`));
  const request = others.length === 0 ? '' : `\n${others.join(', ')}: please say here that you answer for it.\n`;
  const author = `${login} <${account}+${login}@users.noreply.github.com>`;
  return {
    branch: `form/${number}-${id}`,
    path,
    'entry.yaml': file.text,
    title: `${verb} ${id}`,
    message: `${verb} ${id}\n\nFrom the form in #${number}.\n\nCo-authored-by: ${author}\n`,
    body: `${formOrigin(number, login)} \`${path}\`.\n${request}\nCloses #${number}.\n`,
  };
}

/** Longest part of a refusal that is shown. */
const SHOWN = 10_000;

/** A refusal as a comment; what people wrote may be in it, so all of it is code. */
export function formatRefusal(text: string): string {
  const shown = text.slice(0, SHOWN);
  const fence = '`'.repeat(Math.max(3, ...(shown.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  return `This form cannot become a pull request as it is:\n\n${fence}text\n${shown}\n${fence}\n\nEdit the issue, and it is read again.\n`;
}
