import '../src/io/copy-environment.ts';
import { FORMATS, type Format, validate } from '../src/commands/validate.ts';
import { parseInThreads } from '../src/io/parse-in-threads.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { oneOf, paint, run } from './support/run.ts';

const HELP = `Judges the data: every finding of a run, with its place, its rule and what to write instead.

  npm run validate -- [options]

  --data DIR      the data folder (default: $MATRIX_DATA, else data)
  --format FORM   ${FORMATS.join(', ')} (default: text)
  --as-of DATE    the day to judge by, YYYY-MM-DD (default: today)

Exit code: 0 no errors, 1 some, 2 could not run.`;

await run({ help: HELP, options: ['data', 'format', 'as-of'] }, async (values) => {
  const asOf = givenDay(values['as-of']);
  const format: Format = oneOf('format', values.format ?? 'text', FORMATS);
  const { root, files } = readGivenData(values.data);
  const parsed = await parseInThreads(files, root);
  return validate(parsed, files.length, { root, format, asOf, paint: paint() });
});
