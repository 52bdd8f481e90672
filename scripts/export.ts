import { resolve } from 'node:path';
import { EXPORT_FORMATS, exportMatrix } from '../src/commands/export.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { givenPath, oneOf, paint, run } from './support/run.ts';

const HELP = `Writes the matrix as one document.

  npm run export -- --format FORM [options]

  --format FORM   markdown: a table for each category, to put into a repository; import reads it again
                  csv: one row for each environment, for spreadsheets; a cell that would be a formula gets an apostrophe
                  json: all of it with its evidence, by the schema that it names
  --out FILE      the file to write (default: the output of the command)
  --data DIR      the data folder (default: $MATRIX_DATA, else data)

The site has the same documents, as matrix.md, matrix.csv and matrix.json.
Exit code: 0 written, 1 the data has errors, 2 could not run.`;

await run({ help: HELP, options: ['format', 'out', 'data'] }, async (values) => {
  if (values.format === undefined) throw new UsageError(`--format takes one of ${EXPORT_FORMATS.join(', ')}.`);
  const format = oneOf('format', values.format, EXPORT_FORMATS);
  const out = givenPath('out', values.out, undefined);
  const { root, files } = readGivenData(values.data);
  const result = exportMatrix(files, { root, format, paint: paint() });
  if (out === undefined || result.exitCode !== 0) return result;
  await writeTextFile(resolve(out), result.output);
  return { ...result, output: '' };
});
