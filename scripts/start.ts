import { resolve } from 'node:path';
import { validate } from '../src/commands/validate.ts';
import { parseInThreads } from '../src/io/parse-in-threads.ts';
import { readData } from '../src/io/read-data.ts';
import { loadProject } from '../src/site/load.ts';
import { siteAddress } from '../src/site/address.ts';
import { dataFolder, paint, run, today } from './support/run.ts';
import { buildSite, prepareSite, SITE_OPTIONS } from './support/site.ts';

const HELP = `Judges the data, builds the site and serves it; prints its address.

  npm start -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --out DIR    the folder to write to (default: $MATRIX_OUT, else dist)
  --port N     the port to serve at (default: 4321, or the next one free)`;

await run({ help: HELP, options: [...SITE_OPTIONS, 'port'] }, async (values) => {
  const folder = dataFolder(values.data);
  const files = readData(resolve(folder));
  const judged = validate(await parseInThreads(files, folder), files.length, {
    root: folder,
    format: 'text',
    asOf: today(),
    paint: paint(),
  });
  if (judged.exitCode !== 0) return judged;
  process.stderr.write(`${judged.message ?? ''}. Building …\n`);
  prepareSite(values);
  await buildSite();
  const { preview } = await import('astro');
  const server = await preview({ logLevel: 'error', server: { port: Number(values.port ?? 4321) } });
  const { base } = siteAddress(loadProject(folder), process.env.SITE_URL);
  process.stdout.write(`\n  The matrix is at http://localhost:${server.port}${base}\n  Ctrl+C ends it.\n`);
  await server.closed();
  return { output: '', exitCode: 0 };
});
