import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { run } from '../scripts/support/run.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { benchBuild, benchPage, type BuildRow } from './build.ts';
import { pathOf } from './measure.ts';
import { checkTargets, formatResults, type Results } from './report.ts';
import { SYNTHETIC_DAY } from './synthetic.ts';
import { benchValidate, type ValidateRow } from './validate.ts';
import { writeSynthetic } from './write-synthetic.ts';

const PARTS = ['validate', 'build', 'page'] as const;

const HELP = `Measures the validator, the build of the site and the weight of its first page. Prints tables; a run of all
parts also writes bench/results.json.

  npm run bench -- [options]

  --only PART   ${PARTS.join(', ')} (default: all; builds of 10,000 environments take a while)
  --runs N      measured runs of each validator (default: 5) and of each build (default: 1)

A machine with more than two cores is held to two with \`taskset -c 0,1 npm run bench\`.
Exit code: 0 all targets met, 1 some not, 2 could not run.`;

const SIZES = { validate: [1_000, 10_000], build: [50, 1_000, 10_000] } as const;

await run({ help: HELP, options: ['only', 'runs'] }, async ({ only, runs }) => {
  if (only !== undefined && !PARTS.some((part) => part === only))
    throw new UsageError(`--only takes one of ${PARTS.join(', ')}, not “${only}”.`);
  if (runs !== undefined && !/^[1-9]\d?$/.test(runs)) throw new UsageError('--runs takes a number from 1 to 99.');
  const wants = (part: (typeof PARTS)[number]): boolean => only === undefined || only === part;
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const before = describeMachine();
    const results: Results = {
      ...before,
      ...(wants('validate') && { validate: await measureValidator(scratch, Number(runs ?? 5)) }),
      ...(wants('build') && { build: await measureBuilds(scratch, Number(runs ?? 1)) }),
      ...(wants('page') && { page: measurePage(scratch) }),
    };
    const targets = checkTargets(results);
    if (only === undefined)
      writeFileSync(pathOf('bench/results.json'), `${JSON.stringify({ ...results, targets }, null, 2)}\n`);
    return { output: formatResults(results, targets), exitCode: targets.every(({ met }) => met) ? 0 : 1 };
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

async function measureValidator(scratch: string, runs: number): Promise<readonly ValidateRow[]> {
  say('validator on the real data');
  const rows = [benchValidate('real', pathOf('data'), join(scratch, 'ajv-real'), runs)];
  for (const size of SIZES.validate) {
    say(`validator on ${size} environments`);
    const folder = await syntheticFolder(scratch, size);
    rows.push(benchValidate(size.toLocaleString('en'), folder, join(scratch, `ajv-${size}`), runs, SYNTHETIC_DAY));
  }
  return rows;
}

async function measureBuilds(scratch: string, runs: number): Promise<readonly BuildRow[]> {
  const rows: BuildRow[] = [];
  for (const size of SIZES.build) {
    say(`build of ${size} environments`);
    rows.push(benchBuild(size, await syntheticFolder(scratch, size), join(scratch, 'site'), runs));
  }
  return rows;
}

function measurePage(scratch: string): NonNullable<Results['page']> {
  say('matrix page');
  return benchPage(pathOf('data'), scratch);
}

async function syntheticFolder(scratch: string, size: number): Promise<string> {
  const folder = join(scratch, `data-${size}`);
  await writeSynthetic(pathOf('data'), folder, size);
  return folder;
}

function describeMachine(): Pick<Results, 'machine' | 'versions'> {
  const require = createRequire(import.meta.url);
  const versionOf = (name: string): string =>
    (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;
  return {
    machine: {
      processor: cpus()[0]?.model ?? 'unknown processor',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      platform: `${process.platform} ${process.arch}`,
      load: Math.round(loadavg()[0]! * 10) / 10,
    },
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(['yaml', 'zod', 'astro', 'ajv', 'ajv-cli'].map((name) => [name, versionOf(name)])),
    },
  };
}

/** Says what goes on: a run takes minutes. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
