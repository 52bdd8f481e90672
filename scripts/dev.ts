import { run } from './support/run.ts';
import { prepareSite, SITE_OPTIONS } from './support/site.ts';

const HELP = `Serves the site while you change pages or data. Restart it to read changed data.

  npm run dev -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)`;

await run({ help: HELP, options: SITE_OPTIONS }, async (values) => {
  prepareSite(values);
  const { dev } = await import('astro');
  await dev({});
  return { output: '', exitCode: 0 };
});
