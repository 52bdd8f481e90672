import { UsageError } from '../src/commands/usage-error.ts';
import { validate } from '../src/commands/validate.ts';
import { parseInThreads } from '../src/io/parse-in-threads.ts';
import { readGivenData } from './support/data.ts';
import { paint, run, today } from './support/run.ts';
import { buildSite, prepareSite, SITE_OPTIONS } from './support/site.ts';

const HELP = `Judges the data, builds the site and serves it; prints its address.

  npm start -- [options]

  --data DIR   the data folder (default: $MATRIX_DATA, else data)
  --out DIR    the folder to write to, which is emptied first (default: $MATRIX_OUT, else dist)
  --port N     the port to serve at (default: 4321, or the next one free)`;

await run({ help: HELP, options: [...SITE_OPTIONS, 'port'] }, async (values) => {
  const port = givenPort(values.port ?? '4321');
  const { root, files } = readGivenData(values.data);
  const parsed = await parseInThreads(files, root);
  const judged = validate(parsed, files.length, { root, format: 'text', asOf: today(), paint: paint() });
  if (judged.exitCode !== 0) return judged;
  process.stderr.write(`${judged.message ?? ''}. Building …\n`);
  const site = prepareSite(values);
  await buildSite(site);
  const { preview } = await import('astro');
  const server = await preview({ logLevel: 'error', server: { port } });
  process.stdout.write(`\n  The matrix is at http://localhost:${server.port}${site.base}\n  Ctrl+C ends it.\n`);
  await server.closed();
  return { output: '', exitCode: 0 };
});

function givenPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) throw new UsageError(`--port takes a number to 65535, not “${value}”.`);
  return port;
}
