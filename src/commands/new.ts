import type { z } from 'zod';
import type { DataFile } from '../dataset/data-file.ts';
import type { EntryKind } from '../dataset/find-entry.ts';
import { formatEntry } from '../dataset/format-entry.ts';
import { modelineFor } from '../dataset/modeline.ts';
import { type NewField, newFields } from '../dataset/new-fields.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { type Paint, PLAIN } from '../diagnostics/format-text.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';
import { formatCounts } from '../diagnostics/summary.ts';
import { environmentSchema } from '../model/environment.ts';
import { type Matrix, vocabularyOf } from '../model/matrix.ts';
import { providerSchema } from '../model/provider.ts';
import { buildEnvironment, buildProvider } from './build-entry.ts';
import { checkNew, explainTaken, type NewCall } from './check-new.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { judgeAdded } from './judge-added.ts';
import { requireDataset } from './require-dataset.ts';

export interface NewOptions extends NewCall {
  /** The data folder as messages show it. */
  readonly root: string;
  /** The day it is listed, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether comments say what else the file could hold. */
  readonly hasHints: boolean;
  readonly paint?: Paint;
}

export interface NewResult extends CommandResult {
  /** The new file, relative to the data folder; none where it would not do. */
  readonly files: readonly WrittenFile[];
}

/** The keys that a new file explains where it lacks them. */
const HINTS: Readonly<Record<EntryKind, readonly string[]>> = {
  environment: ['vendor', 'homepage', 'architectures', 'documentation', 'evidence', 'caveats', 'notes'],
  provider: ['documentation', 'environments', 'latest', 'selection', 'caveats', 'notes', 'history'],
};

/** What a new entry of a kind may say in a data folder. Throws a UsageError where its `matrix.yaml` cannot be read. */
export function fieldsOf(files: readonly DataFile[], root: string, kind: EntryKind): readonly NewField[] {
  const matrixFile = files.filter(({ path }) => path === 'matrix.yaml');
  return newFields(kind, vocabularyOf(requireDataset(parseDataset(matrixFile, root), root).matrix.value));
}

/** The option that takes what a rule finds to be missing. */
const LACKING: Partial<Record<RuleId, string>> = {
  'claim-above-evidence': 'evidence',
  'level-caveat': 'caveat',
  'level-maintainer': 'maintainers',
  'level-reason': 'caveat',
};

/**
 * Makes the file of a new entry, in house style, and judges it among the others. Exits with 1 where its names are taken,
 * or it would bring an error. Throws a UsageError where the call lacks something, or has a word that the matrix does not.
 */
export function newEntry(
  files: readonly DataFile[],
  options: NewOptions,
  parsed = parseDataset(files, options.root),
): NewResult {
  const { root, kind, id, values, asOf, hasHints, paint = PLAIN } = options;
  const dataset = requireDataset(parsed, root);
  const matrix = dataset.matrix.value;
  checkNew(options, newFields(kind, vocabularyOf(matrix)));
  const taken = explainTaken(dataset, root, options);
  if (taken !== undefined) return { files: [], output: '', message: taken, exitCode: 1 };
  const path = kind === 'environment' ? `environments/${values.category!}/${id}.yaml` : `providers/${id}.yaml`;
  const file = { path, text: formatNew(options, matrix, modelineFor(dataset.matrix.source.text, kind)) };
  const { added, output } = judgeAdded(files, parsed, file, { root, asOf, paint });
  const errors = added.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const lacking = [...new Set(errors.flatMap(({ ruleId }) => LACKING[ruleId] ?? []))]
      // What is given may be too much: a level may forbid caveats.
      .filter((option) => values[option] === undefined)
      .map((option) => `--${option}`);
    const hint = lacking.length === 0 ? '' : ` What is missing goes into ${lacking.join(' and ')}.`;
    return { files: [], output, message: `Not written: it would have ${formatCounts(added)}.${hint}`, exitCode: 1 };
  }
  return {
    files: [file],
    output: `${root}/${path}`,
    message: `Written, with ${formatCounts(added)}.${hasHints ? ' Fill in or delete its comments.' : ''} Next: a pull request.`,
    exitCode: 0,
  };
}

/** The text of a new entry, in house style. */
export function formatNew(
  { kind, values, asOf, hasHints }: Pick<NewOptions, 'kind' | 'values' | 'asOf' | 'hasHints'>,
  matrix: Matrix,
  modeline: string | undefined,
): string {
  const vocabulary = vocabularyOf(matrix);
  const schema: z.ZodType = kind === 'environment' ? environmentSchema(vocabulary) : providerSchema(vocabulary);
  const value = kind === 'environment' ? buildEnvironment(values, matrix, asOf) : buildProvider(values, matrix);
  return formatEntry(value, schema, { modeline, hints: hasHints ? HINTS[kind] : [] });
}
