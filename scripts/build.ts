import '../src/io/copy-environment.ts';
import { run } from './support/run.ts';
import { buildSite, prepareSite, SITE_OPTIONS } from './support/site.ts';

const HELP = `Builds the static site.

  npm run build -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --out DIR    the folder to write to, which is emptied first (default: $MATRIX_OUT, else dist)

$SITE_URL publishes the same data at another address than matrix.yaml says.
Exit code: 0 built, 2 could not: the data has errors, or the site has.`;

await run({ help: HELP, options: SITE_OPTIONS }, async (values) => {
  const site = prepareSite(values);
  await buildSite(site);
  return { output: '', message: `Built ${site.out}`, exitCode: 0 };
});
