import type { DataFile } from '../dataset/data-file.ts';
import { isWhole } from '../dataset/is-whole.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { formatCodeowners } from '../outlets/format-codeowners.ts';
import { formatFormConfig, formatIssueForm } from '../outlets/format-issue-forms.ts';
import { buildIssueForms } from '../outlets/issue-forms.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { requireDataset } from './require-dataset.ts';
import { UsageError } from './usage-error.ts';

export interface GenerateResult extends CommandResult {
  /** The files, relative to the root of the repository. */
  readonly files: readonly WrittenFile[];
}

/**
 * Makes what GitHub reads of the data: the issue forms, and who is asked about which file. `root` is the data folder as
 * messages show it, `folder` the same from the root of the repository. Throws a UsageError where the matrix, or an entry
 * whose maintainers would be lost, cannot be read.
 */
export function generate(files: readonly DataFile[], root: string, folder: string = root): GenerateResult {
  const dataset = requireDataset(parseDataset(files, root), root);
  if (!isWhole(dataset, 'environments') || !isWhole(dataset, 'providers'))
    throw new UsageError(
      'Some entries have mistakes, which `npm run validate` names: nobody would be asked about them. Nothing was written.',
    );
  const matrix = dataset.matrix.value;
  const forms = [
    ...buildIssueForms(matrix).map((form) => ({ path: `${form.name}.yml`, text: formatIssueForm(form) })),
    { path: 'config.yml', text: formatFormConfig(matrix) },
  ];
  const made = [
    ...forms.map(({ path, text }) => ({ path: `.github/ISSUE_TEMPLATE/${path}`, text })),
    { path: '.github/CODEOWNERS', text: formatCodeowners(dataset, folder) },
  ];
  return { files: made, output: '', message: `${formatCount(made.length, 'file')} written`, exitCode: 0 };
}
