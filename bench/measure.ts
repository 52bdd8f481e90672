import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command that is measured: the arguments of a Node process. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit codes with which it has done its work; others end the benchmark. */
  readonly exitCodes?: readonly number[];
}

/** One run of a command. */
export interface Run {
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_LIMIT = 1024 ** 3;

/** Runs a command from start to end as a process of its own. Throws with what it said where it failed. */
export function runCommand({ args, env, exitCodes = [0] }: Command): Run {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: OUTPUT_LIMIT,
  });
  const seconds = (performance.now() - start) / 1000;
  if (done.error !== undefined) throw done.error;
  if (done.status === null || !exitCodes.includes(done.status)) {
    throw new Error(`${args.join(' ')} ended with ${done.status ?? done.signal}:\n${done.stderr.slice(0, 2000)}`);
  }
  return { seconds, stdout: done.stdout, stderr: done.stderr };
}

/** One run, and the peak memory in bytes of the largest Node process it started, itself included. */
export function runWithPeak(command: Command): Run & { readonly peakBytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const preload = new URL('./peak-memory.mjs', import.meta.url).href;
    const run = runCommand({
      ...command,
      env: { ...command.env, BENCH_PEAKS: folder, NODE_OPTIONS: `--import=${preload}` },
    });
    const peaks = readdirSync(folder).map((file) => Number(readFileSync(join(folder, file), 'utf8')));
    return { ...run, peakBytes: Math.max(...peaks) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What several runs of one command took. */
export interface Timing {
  /** Of each measured run, in order. */
  readonly seconds: readonly number[];
  readonly median: number;
  readonly peakBytes: number;
  /** What the last run wrote to stdout. */
  readonly stdout: string;
}

/**
 * Runs commands in turn, `runs` times each after a first run that warms caches and measures memory. Each round runs all
 * of them, in one order and then the other, so that a machine that gets slower or faster does so for all.
 */
export function runInTurn<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  runs: number,
): Readonly<Record<Name, Timing>> {
  const names = Object.keys(commands) as Name[];
  const first = new Map(names.map((name) => [name, runWithPeak(commands[name])]));
  const seconds = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      seconds.get(name)!.push(runCommand(commands[name]).seconds);
    }
  }
  const timings = names.map((name): readonly [Name, Timing] => {
    const { peakBytes, stdout } = first.get(name)!;
    return [name, { seconds: seconds.get(name)!, median: median(seconds.get(name)!), peakBytes, stdout }];
  });
  return Object.fromEntries(timings) as Record<Name, Timing>;
}

/** The median of the ratios of runs that were made in the same round. */
export function ratioOf(timing: Timing, base: Timing): number {
  return median(timing.seconds.map((each, round) => each / base.seconds[round]!));
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)]! + sorted[Math.ceil(middle - 0.5)]!) / 2;
}

/** The path of a file of this repository, from its top folder. */
export function pathOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}

/** What commands are started with, as `npm run` does it. */
export const SETUP: readonly string[] = ['--import', pathOf('scripts/support/setup.mjs')];
