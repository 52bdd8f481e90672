import { relative, resolve } from 'node:path';
import { generate } from '../src/commands/generate.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { givenPath, run } from './support/run.ts';

const HELP = `Writes what GitHub reads of the data: issue forms, and CODEOWNERS, into .github/.

  npm run generate -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --out DIR    the root of the repository that it is for (default: .)

Exit code: 0 written, 2 could not run.`;

await run({ help: HELP, options: ['data', 'out'] }, async (values) => {
  const { folder, root, files } = readGivenData(values.data);
  const out = resolve(givenPath('out', values.out, '.'));
  const inside = relative(out, resolve(folder)).replaceAll('\\', '/');
  if (inside.startsWith('..')) throw new UsageError(`The data folder ${folder} is not in the repository ${out}.`);
  const { files: made, ...result } = generate(files, root, inside);
  await Promise.all(made.map(({ path, text }) => writeTextFile(resolve(out, path), text)));
  return result;
});
