import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Command, pathOf, ratioOf, runInTurn, SETUP, type Timing } from './measure.ts';

/** One data folder, judged by the validator and by what it is measured against. */
export interface ValidateRow {
  readonly data: string;
  readonly environments: number;
  readonly files: number;
  readonly bytes: number;
  readonly validator: Contestant;
  /** Reading and parsing alone. */
  readonly floor: Contestant;
  /** The same with the one trick that the validator plays on the parser. */
  readonly quickFloor: Contestant;
  /** The environments alone, held against the exported schema. */
  readonly ajv: Contestant & { readonly accepted: number };
  /** Milliseconds of the validator for each environment, the start of the process included. */
  readonly perEnvironment: number;
}

/** How one of them did; `ratio` is the validator’s time divided by its own, run by run. */
export interface Contestant {
  readonly seconds: number;
  readonly runs: readonly number[];
  readonly peakBytes: number;
  readonly ratio: number;
}

/** What every Node process here is started with, so that none has an advantage. */
const FLAGS = ['--max-semi-space-size=32', ...SETUP];

/** Measures the validator on a data folder beside the floor and ajv-cli, in turn. `scratch` takes what ajv-cli reads. */
export function benchValidate(data: string, folder: string, scratch: string, runs: number, asOf?: string): ValidateRow {
  const files = globSync('**/*.yaml', { cwd: folder });
  const environments = files.filter((path) => path.startsWith('environments/'));
  const bytes = files.reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
  copyForAjv(folder, environments, scratch);
  const timings = runInTurn(
    {
      validator: {
        args: [
          ...FLAGS,
          pathOf('scripts/validate.ts'),
          '--data',
          folder,
          ...(asOf === undefined ? [] : ['--as-of', asOf]),
        ],
      },
      floor: { args: [...FLAGS, pathOf('bench/floor.ts'), folder] },
      quickFloor: { args: [...FLAGS, pathOf('bench/floor.ts'), folder, '--copy-environment'] },
      ajv: ajvCommand(scratch),
    },
    runs,
  );
  for (const floor of [timings.floor, timings.quickFloor]) {
    if (Number(floor.stdout) !== files.length)
      throw new Error(`The floor read ${floor.stdout} of ${files.length} files.`);
  }
  const contestant = (timing: Timing): Contestant => ({
    seconds: rounded(timing.median),
    runs: timing.seconds.map(rounded),
    peakBytes: timing.peakBytes,
    ratio: rounded(ratioOf(timings.validator, timing)),
  });
  return {
    data,
    environments: environments.length,
    files: files.length,
    bytes,
    validator: contestant(timings.validator),
    floor: contestant(timings.floor),
    quickFloor: contestant(timings.quickFloor),
    ajv: { ...contestant(timings.ajv), accepted: timings.ajv.stdout.match(/ valid$/gm)?.length ?? 0 },
    perEnvironment: rounded((timings.validator.median * 1000) / environments.length),
  };
}

function ajvCommand(folder: string): Command {
  const require = createRequire(import.meta.url);
  return {
    args: [
      ...FLAGS,
      join(dirname(require.resolve('ajv-cli/package.json')), 'dist/index.js'),
      'validate',
      '-s',
      pathOf('public/schema/environment.json'),
      '-d',
      `${folder}/**/*.yaml`,
      '--spec=draft7',
      // The schema carries words for editors that are no part of the standard.
      '--strict=false',
      '-c',
      'ajv-formats',
    ],
    // 1: some file was not accepted, which the report shows.
    exitCodes: [0, 1],
  };
}

/**
 * Copies environments with their days in quotes: ajv-cli reads YAML 1.1, takes an unquoted day for a moment in time, and
 * would give up on every file at the first one.
 */
function copyForAjv(folder: string, paths: readonly string[], scratch: string): void {
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8');
    const target = join(scratch, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text.replace(/(?<=: )\d{4}-\d{2}-\d{2}(?=[ ,}\n])/g, '"$&"'));
  }
}

/** A number with three decimals: a millisecond, or the thousandth part of a ratio. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
