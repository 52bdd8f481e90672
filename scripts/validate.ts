import './support/copy-environment.ts';
import { relative, resolve } from 'node:path';
import { FORMATS, type Format, validate } from '../src/commands/validate.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { isDate } from '../src/model/day.ts';
import { readData } from '../src/io/read-data.ts';
import { dataFolder, oneOf, paint, run, today } from './support/run.ts';

const HELP = `Judges the data: every finding of a run, with its place, its rule and what to write instead.

  npm run validate -- [options]

  --data DIR      the data folder (default: $MATRIX_DATA, else data)
  --format FORM   ${FORMATS.join(', ')} (default: text)
  --as-of DATE    the day to judge by, YYYY-MM-DD (default: today)

Exit code: 0 no errors, 1 some, 2 could not run.`;

await run({ help: HELP, options: ['data', 'format', 'as-of'] }, async (values) => {
  const folder = dataFolder(values.data);
  const asOf = values['as-of'] ?? today();
  if (!isDate(asOf)) throw new UsageError(`--as-of takes a day, YYYY-MM-DD, not “${asOf}”.`);
  const format: Format = oneOf('format', values.format ?? 'text', FORMATS);
  const files = await readData(resolve(folder)).catch((error: unknown) => {
    throw new UsageError(`The data folder ${folder} cannot be read: ${(error as Error).message}`);
  });
  const root = relative(process.cwd(), resolve(folder)).replaceAll('\\', '/') || '.';
  return validate(files, { root, format, asOf, paint: paint() });
});
