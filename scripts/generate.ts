import { resolve } from 'node:path';
import { generate } from '../src/commands/generate.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { run } from './support/run.ts';

const HELP = `Writes what GitHub reads of the data: issue forms, and CODEOWNERS, into .github/.

  npm run generate -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --out DIR    the root of the repository that it is for (default: .)

Exit code: 0 written, 2 could not run.`;

await run({ help: HELP, options: ['data', 'out'] }, async (values) => {
  const { root, files } = await readGivenData(values.data);
  const { files: made, ...result } = generate(files, root);
  await Promise.all(made.map(({ path, text }) => writeTextFile(resolve(values.out ?? '.', path), text)));
  return result;
});
