import { relative, resolve } from 'node:path';
import { drift, DRIFT_FORMATS } from '../src/commands/drift.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { readData } from '../src/io/read-data.ts';
import { isDate } from '../src/model/day.ts';
import { dataFolder, oneOf, paint, run, today } from './support/run.ts';

const HELP = `Lists what there is to do because the world has moved or time has passed, by entry, the most important first.

  npm run drift -- [options]

  --data DIR      the data folder (default: $MATRIX_DATA, else data)
  --format FORM   ${DRIFT_FORMATS.join(', ')} (default: text); markdown is for an issue
  --as-of DATE    the day to judge by, YYYY-MM-DD (default: today)

It asks nobody: it reads what \`npm run sync\` wrote, and without that what the data alone shows.
Exit code: 0 whatever there is to do, 2 could not run. To fail on drift there is \`npm run sync -- --check\`.`;

await run({ help: HELP, options: ['data', 'format', 'as-of'] }, async (values) => {
  const folder = dataFolder(values.data);
  const asOf = values['as-of'] ?? today();
  if (!isDate(asOf)) throw new UsageError(`--as-of takes a day, YYYY-MM-DD, not “${asOf}”.`);
  const format = oneOf('format', values.format ?? 'text', DRIFT_FORMATS);
  const files = await readData(resolve(folder)).catch((error: unknown) => {
    throw new UsageError(`The data folder ${folder} cannot be read: ${(error as Error).message}`);
  });
  const root = relative(process.cwd(), resolve(folder)).replaceAll('\\', '/') || '.';
  return drift(files, { root, format, asOf, paint: paint() });
});
