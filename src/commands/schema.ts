import type { DataFile } from '../dataset/data-file.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { buildEditorSchemas } from '../outlets/editor-schemas.ts';
import { buildOutletSchemas } from '../outlets/outlet-schemas.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { requireDataset } from './require-dataset.ts';

export interface SchemaResult extends CommandResult {
  readonly files: readonly WrittenFile[];
}

/**
 * Makes the JSON Schemas of the data files and of the outlets from the matrix of a data folder; `root` is that folder as messages show it.
 * Throws a UsageError where the matrix cannot be read: without it, no schema would know the words.
 */
export function schema(files: readonly DataFile[], root: string): SchemaResult {
  const matrixFile = files.filter(({ path }) => path === 'matrix.yaml');
  const { value } = requireDataset(parseDataset(matrixFile, root), root).matrix;
  const schemas = [...buildEditorSchemas(value), ...buildOutletSchemas(value)];
  return {
    files: schemas.map(({ name, text }) => ({ path: `${name}.json`, text })),
    output: '',
    message: `${formatCount(schemas.length, 'schema')} written`,
    exitCode: 0,
  };
}
