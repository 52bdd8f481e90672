import type { DataFile } from '../dataset/data-file.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { formatCodeowners } from '../outlets/format-codeowners.ts';
import { formatFormConfig, formatIssueForm } from '../outlets/format-issue-forms.ts';
import { buildIssueForms } from '../outlets/issue-forms.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { requireDataset } from './require-dataset.ts';

export interface GenerateResult extends CommandResult {
  /** The files, relative to the root of the repository. */
  readonly files: readonly WrittenFile[];
}

/**
 * Makes what GitHub reads of the data: the issue forms, and who is asked about which file. `root` is the data folder, from
 * the root of the repository. Throws a UsageError where the matrix cannot be read.
 */
export function generate(files: readonly DataFile[], root: string): GenerateResult {
  const dataset = requireDataset(parseDataset(files, root), root);
  const matrix = dataset.matrix.value;
  const forms = [
    ...buildIssueForms(matrix).map((form) => ({ path: `${form.name}.yml`, text: formatIssueForm(form) })),
    { path: 'config.yml', text: formatFormConfig(matrix) },
  ];
  const made = [
    ...forms.map(({ path, text }) => ({ path: `.github/ISSUE_TEMPLATE/${path}`, text })),
    { path: '.github/CODEOWNERS', text: formatCodeowners(dataset, root) },
  ];
  return { files: made, output: '', message: `${formatCount(made.length, 'file')} written`, exitCode: 0 };
}
