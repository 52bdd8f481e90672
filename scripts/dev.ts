import { run } from './support/run.ts';
import { prepareSite, SITE_OPTIONS } from './support/site.ts';

const HELP = `Serves the site while you change its pages. Restart it after a change of data, or of code that makes other files than
pages: JSON, CSV, badges, pictures.

  npm run dev -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)`;

await run({ help: HELP, options: SITE_OPTIONS }, async (values) => {
  prepareSite(values);
  const { dev } = await import('astro');
  await dev({});
  return { output: '', exitCode: 0 };
});
