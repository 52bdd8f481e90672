import { resolve } from 'node:path';
import { format } from '../src/commands/format.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { run } from './support/run.ts';

const HELP = `Writes the data files in house style: one order of keys, one way to quote and to indent. Comments stay.

  npm run format -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --check      change nothing, and exit with 1 where something would change

It lists what it changes. Files with mistakes stay as they are.
Exit code: 0 all in house style, 1 not all, 2 could not run.`;

await run({ help: HELP, options: ['data'], flags: ['check'] }, async (values, flags) => {
  const { folder, root, files } = readGivenData(values.data);
  const { files: changed, ...result } = format(files, { root, isCheck: flags.has('check') });
  await Promise.all(changed.map(({ path, text }) => writeTextFile(resolve(folder, path), text)));
  return result;
});
