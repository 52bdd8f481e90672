import { join, resolve } from 'node:path';
import { schema } from '../src/commands/schema.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { givenPath, run } from './support/run.ts';

const HELP = `Writes the JSON Schemas: those that editors complete, explain and check the data with, and those of the JSON outlets.

  npm run schema -- [options]

  --data DIR   the data folder, whose matrix.yaml closes the lists of words (default: $MATRIX_DATA, else data)
  --out DIR    the folder to write to (default: public/schema)

Exit code: 0 written, 2 could not run.`;

await run({ help: HELP, options: ['data', 'out'] }, async (values) => {
  const { root, files } = readGivenData(values.data);
  const { files: written, ...result } = schema(files, root);
  const out = givenPath('out', values.out, join('public', 'schema'));
  await Promise.all(written.map(({ path, text }) => writeTextFile(resolve(out, path), text)));
  return result;
});
