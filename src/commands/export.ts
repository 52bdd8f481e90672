import type { DataFile } from '../dataset/data-file.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatText, type Paint, PLAIN } from '../diagnostics/format-text.ts';
import { formatCount, formatCounts } from '../diagnostics/summary.ts';
import { formatMarkdown } from '../markdown/format-matrix.ts';
import { newestDate } from '../matrix/as-of.ts';
import { providersByEnvironment } from '../matrix/matrix-view.ts';
import { buildMatrixOutlet, formatOutlet, type OutletSource } from '../outlets/build-outlet.ts';
import { formatCsv } from '../outlets/format-csv.ts';
import { runRules } from '../rules/run-rules.ts';
import type { CommandResult } from './command.ts';

/** The forms in which the matrix can be had. */
export const EXPORT_FORMATS = ['markdown', 'csv', 'json'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  /** The data folder as diagnostics show it. */
  readonly root: string;
  readonly format: ExportFormat;
  readonly paint?: Paint;
}

/** The matrix in one document, as the site publishes it too. Data with errors is not exported: exits with 1 then. */
export function exportMatrix(
  files: readonly DataFile[],
  { root, format, paint = PLAIN }: ExportOptions,
): CommandResult {
  const parsed = parseDataset(files, root);
  const { dataset } = parsed;
  const asOf = dataset === undefined ? '0000-00-00' : newestDate(dataset);
  const errors = runRules(parsed, { asOf }).filter(({ severity }) => severity === 'error');
  if (dataset === undefined || errors.length > 0)
    return {
      output: '',
      message: `${formatText(errors, parsed.texts, paint)}\nNothing exported: ${formatCounts(errors)}`,
      exitCode: 1,
    };
  const { site } = dataset.matrix.value.links;
  const source = { dataset, asOf, site: site.replace(/\/+$/, ''), providersOf: providersByEnvironment(dataset) };
  return {
    output: WRITERS[format](source),
    message: `${formatCount(dataset.environments.length, 'environment')} exported`,
    exitCode: 0,
  };
}

const WRITERS: Readonly<Record<ExportFormat, (source: OutletSource) => string>> = {
  markdown: formatMarkdown,
  csv: formatCsv,
  json: (source) => formatOutlet(buildMatrixOutlet(source)),
};
