import type { DataFile } from '../dataset/data-file.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { formatText, type Paint, PLAIN } from '../diagnostics/format-text.ts';
import { formatCount, formatCounts } from '../diagnostics/summary.ts';
import { buildFiles, type ImportedFile } from '../markdown/import-files.ts';
import { type ImportId, type Report, stampFinding } from '../markdown/import-finding.ts';
import { importMatrix } from '../markdown/import-matrix.ts';
import type { Mapping } from '../markdown/mapping.ts';
import { parseMapping } from '../markdown/parse-mapping.ts';
import { OPEN_VOCABULARY, vocabularyOf } from '../model/matrix.ts';
import { runRules } from '../rules/run-rules.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { requireDataset } from './require-dataset.ts';
import { UsageError } from './usage-error.ts';

/** The forms in which the report can be printed. */
export const REPORT_FORMATS = ['text', 'json'] as const;

/** A text with its path as messages show it. */
interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface ImportOptions {
  /** The data folder whose `matrix.yaml` has the levels and categories, as messages show it. */
  readonly root: string;
  readonly format: (typeof REPORT_FORMATS)[number];
  /** The day that the table speaks of, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where the table is, for the history. */
  readonly source?: string | undefined;
  readonly paint?: Paint;
}

export interface ImportResult extends CommandResult {
  /** The files of the new data folder; none where nothing could be imported. */
  readonly files: readonly WrittenFile[];
}

/**
 * Makes data files from a Markdown matrix, and reports by line what it could not take as it is. What has no evidence
 * claims nothing: its level is unknown, and its history says what the table said. Exits with 1 where something was left out.
 * `own` is the mapping of the caller: in it, other than in the one that comes with the program, every word must be known.
 * Throws a UsageError where the mapping or `matrix.yaml` has mistakes.
 */
export function importDocument(
  document: TextFile,
  mapping: TextFile & { readonly isOwn: boolean },
  files: readonly DataFile[],
  { root, format, asOf, source, paint = PLAIN }: ImportOptions,
): ImportResult {
  const matrixFile = files.filter(({ path }) => path === 'matrix.yaml');
  const dataset = requireDataset(parseDataset(matrixFile, root), root);
  const found: Diagnostic<ImportId>[] = [];
  const report: Report = (ruleId, place, reason, more) =>
    void found.push(stampFinding({ ruleId, place, reason, ...more }, document.path));
  const entries = importMatrix(document.text, {
    matrix: dataset.matrix,
    mapping: readMapping(mapping, dataset),
    on: asOf,
    source,
    report,
  });
  const made = keepValid(buildFiles(entries), matrixFile, asOf, report);
  const diagnostics = sortDiagnostics(found);
  const texts = new Map([[document.path, document.text]]);
  return {
    files:
      made.length === 0 ? [] : [...matrixFile.map(({ path }) => ({ path, text: dataset.matrix.source.text })), ...made],
    output: format === 'json' ? formatJson(diagnostics) : formatText(diagnostics, texts, paint),
    message: `${formatCounts(diagnostics)}; ${formatCount(made.length, 'file')} made`,
    exitCode: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
  };
}

function readMapping({ path, text, isOwn }: Parameters<typeof importDocument>[1], { matrix }: Dataset): Mapping {
  const vocabulary = isOwn ? vocabularyOf(matrix.value) : OPEN_VOCABULARY;
  const { mapping, findings } = parseMapping(path, text, vocabulary);
  if (mapping !== undefined) return mapping;
  const mistakes = findings.map((each) => ({ ...each, source: 'interop-matrix', severity: 'error' }) as const);
  throw new UsageError(
    `The mapping cannot be used:\n\n${formatText(sortDiagnostics(mistakes), new Map([[path, text]]))}`,
  );
}

/** The files in house style, without those that the validator would refuse: they are told with its words. */
function keepValid(
  made: readonly ImportedFile[],
  matrixFile: readonly DataFile[],
  asOf: string,
  report: Report,
): readonly WrittenFile[] {
  const drafts = made.map(({ path, text }) => ({ path, content: text }));
  const parsed = parseDataset([...matrixFile, ...drafts], '.');
  const errors = Map.groupBy(
    runRules(parsed, { asOf }).filter(({ severity }) => severity === 'error'),
    ({ file }) => file,
  );
  return made.flatMap(({ path, text, entry }) => {
    const wrong = errors.get(`./${path}`);
    if (wrong === undefined) return [{ path, text: parsed.readings.get(path)?.styled ?? text }];
    report('invalid-entry', entry.place, `\`${entry.name}\` would be no valid entry, so it is left out.`, {
      note: wrong.map(({ reason }) => reason).join(' '),
    });
    return [];
  });
}
