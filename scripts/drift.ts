import { drift, DRIFT_FORMATS } from '../src/commands/drift.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { oneOf, paint, run } from './support/run.ts';

const HELP = `Lists what there is to do because the world has moved or time has passed, by entry, the most important first.

  npm run drift -- [options]

  --data DIR      the data folder (default: $MATRIX_DATA, else data)
  --format FORM   ${DRIFT_FORMATS.join(', ')} (default: text); markdown is for an issue
  --as-of DATE    the day to judge by, YYYY-MM-DD (default: today)

It asks nobody: it reads what \`npm run sync\` wrote, and without that what the data alone shows.
Exit code: 0 whatever there is to do, 2 could not run. To fail on drift there is \`npm run sync -- --check\`.`;

await run({ help: HELP, options: ['data', 'format', 'as-of'] }, (values) => {
  const asOf = givenDay(values['as-of']);
  const format = oneOf('format', values.format ?? 'text', DRIFT_FORMATS);
  const { root, files } = readGivenData(values.data);
  return drift(files, { root, format, asOf, paint: paint() });
});
