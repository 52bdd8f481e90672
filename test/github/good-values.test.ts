import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { readData } from '../../src/io/read-data.ts';
import { writeTextFile } from '../../src/io/write-file.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { SNAPSHOT_PARTS, type SnapshotValue } from '../../src/model/snapshot.ts';
import { type Fault, FAULTS } from '../support/github-faults.ts';
import { commitOf, REFERRING, WORLD } from '../support/github-data.ts';
import { runSync, snapshotOf } from '../support/github-run.ts';
import { type GithubServer, startGithub } from '../support/github-server.ts';
import type { Repository, World } from '../support/github-world.ts';

/** After how many steps of writing the disk is full, for one step; or the machine stops, and nothing is done any more. */
const disk = vi.hoisted(() => ({ steps: Infinity, isStopped: false }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const fails = (): boolean => {
    disk.steps -= 1;
    return disk.isStopped ? disk.steps < 0 : disk.steps === -1;
  };
  const stepwise =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (fails()) throw new Error('no');
      return await work(...given);
    };
  /** Of a text that cannot be written as a whole a part is there. */
  const writeFile = async (file: string | fs.FileHandle, text: string): Promise<void> => {
    const isFailing = fails();
    if (!isFailing || disk.steps === -1) await real.writeFile(file, isFailing ? text.slice(0, text.length / 2) : text);
    if (isFailing) throw new Error('no');
  };
  const open = async (...given: Parameters<typeof fs.open>): Promise<unknown> => {
    const handle = await stepwise(real.open)(...given);
    return {
      writeFile: (text: string) => writeFile(handle, text),
      sync: stepwise(() => handle.sync()),
      // Whatever happens, the test has no use for an open file.
      close: () => handle.close(),
    };
  };
  return {
    ...real,
    mkdir: stepwise(real.mkdir),
    rename: stepwise(real.rename),
    rm: stepwise(real.rm),
    writeFile,
    open,
  };
});

let github: GithubServer;
let folder = '';

beforeAll(async () => {
  github = await startGithub(WORLD);
});
afterAll(() => github.close());

/** What may become of the world, for a day. */
const EVENTS: Readonly<Record<string, (world: World) => World>> = {
  'a file goes': inImages((images) => ({ ...images, files: { 'formats.txt': images.files!['formats.txt']! } })),
  'a file changes': inImages((images) => {
    const changed = { text: 'acme\nother\n', commit: commitOf(9), on: '2026-09-01' };
    return { ...images, files: { ...images.files, 'formats.txt': changed } };
  }),
  'a repository is renamed': inImages((images) => ({ ...images, name: 'acme-os/images', formerly: ['acme/images'] })),
  'a repository is archived': inImages((images) => ({ ...images, archived: true })),
  'a release comes': inImages((images) => ({
    ...images,
    tags: [...images.tags!, { name: 'stable-2.0.0', on: '2026-09-02' }],
    releases: [{ tag: 'stable-2.0.0', on: '2026-09-02' }],
  })),
  'issues are closed': inImages((images) => ({
    ...images,
    issues: { 1: images.issues![1]!, 2: { title: 'Mended', state: 'closed', closed: '2026-09-03' } },
  })),
  'repositories go': (world) => ({ ...world, repositories: world.repositories.slice(0, 1) }),
  'an account is renamed': (world) => ({
    ...world,
    accounts: world.accounts.map((each) => (each.id === 1 ? { ...each, login: 'octodog' } : each)),
  }),
  'a team is hidden': (world) => ({ ...world, accounts: world.accounts.map((each) => ({ ...each, teams: [] })) }),
};

function inImages(change: (images: Repository) => Repository): (world: World) => World {
  return (world) => ({ ...world, repositories: world.repositories.with(0, change(world.repositories[0]!)) });
}

/** One run: what the world is like, what goes wrong with each request in turn, and with which step of writing. */
interface Run {
  readonly events: readonly string[];
  readonly faults: readonly (Fault | undefined)[];
  readonly steps: number;
  readonly isStopped: boolean;
  readonly acceptGone: boolean;
  readonly days: number;
}

/** Two times of three nothing happens. */
function mostly<Nothing, Something>(
  nothing: Nothing,
  some: fc.Arbitrary<Something>,
): fc.Arbitrary<Nothing | Something> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: some });
}

const someRun: fc.Arbitrary<Run> = fc.record({
  events: fc.subarray(Object.keys(EVENTS), { maxLength: 3 }),
  faults: fc.array(mostly(undefined, fc.constantFrom(...FAULTS)), { minLength: 1, maxLength: 4 }),
  steps: mostly(Infinity, fc.nat({ max: 7 })),
  isStopped: fc.boolean(),
  acceptGone: fc.boolean(),
  days: fc.nat({ max: 3 }),
});

const CLEAN: Run = { events: [], faults: [undefined], steps: Infinity, isStopped: false, acceptGone: true, days: 0 };
const LAST_DAY = '2026-11-20';
const dayAfter = (days: number): string => new Date(Date.UTC(2026, 8, 5 + days)).toISOString().slice(0, 10);

/** Runs `sync` on the folder on the disk. That the disk fails is no failure of the run. */
async function runOnDisk(asOf: string, run: Run, timeout?: number): Promise<void> {
  const { events, faults, steps, isStopped, acceptGone } = run;
  github.restart(events.reduce((world, event) => EVENTS[event]!(world), WORLD));
  github.fault = (_, index) => faults[index % faults.length];
  const { written } = await runSync(readData(folder), github, { asOf, acceptGone }, timeout);
  expect(github.wrong).toEqual([]);
  const unfinished = listUnfinished();
  Object.assign(disk, { steps, isStopped });
  if (written !== undefined) await writeTextFile(join(folder, SNAPSHOT_PATH), written).catch(() => undefined);
  disk.steps = Infinity;
  // A machine that stops may leave an unfinished file behind, which is no data; a run that goes on leaves none.
  if (!isStopped) expect(listUnfinished()).toEqual(unfinished);
}

function listUnfinished(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tmp'));
}

type Values = ReadonlyMap<string, SnapshotValue>;

/** Every value of the snapshot in a data folder, by part and key. */
function valuesOf(files: readonly DataFile[]): Values {
  const snapshot = snapshotOf(files);
  const values = SNAPSHOT_PARTS.flatMap((part) =>
    Object.entries(snapshot?.[part] ?? {}).map(([key, value]) => [`${part} ${key}`, value] as const),
  );
  return new Map(values);
}

/** What was known is known still; and what is not new says since when, and why. Returns the keys of what is new. */
function checkKept(before: Values, after: Values): readonly string[] {
  for (const [key, old] of before) if (old.answer !== undefined) expect(after.get(key)?.answer, key).toBeDefined();
  return [...after].flatMap(([key, { state, answer, fetched, reason }]) => {
    const old = before.get(key);
    if (['fresh', 'renamed', 'archived'].includes(state)) expect(answer, key).toBeDefined();
    else expect(reason, key).toMatch(/\.$/);
    // An old answer stays as old as it is.
    if (['stale', 'forbidden', 'limited'].includes(state) && old?.answer !== undefined)
      expect(fetched, key).toBe(old.fetched);
    return isDeepStrictEqual([answer, state === 'gone'], [old?.answer, old?.state === 'gone']) ? [] : [key];
  });
}

/** What is new is what GitHub says, and nothing that a fault has made of it. */
async function checkTruth(
  keys: readonly string[],
  after: Values,
  files: readonly DataFile[],
  asOf: string,
): Promise<void> {
  if (keys.length === 0) return;
  github.fault = () => undefined;
  const truth = valuesOf((await runSync(files, github, { asOf, acceptGone: true, all: true })).files);
  for (const key of keys) {
    expect(after.get(key)?.answer, key).toEqual(truth.get(key)?.answer);
    // The REST interface says by a status what is not there, and so do two of the faults.
    const isRest = /^handles | workflow /.test(key);
    if (after.get(key)?.state === 'gone' && !isRest) expect(truth.get(key)?.state, key).toBe('gone');
  }
}

test('any answers and any interruption: what was once known is kept, and a clean run makes all as new', async () => {
  const runClean = async (asOf: string): Promise<string> => {
    github.restart(WORLD);
    return (await runSync(REFERRING, github, { asOf })).written!;
  };
  const [asOnce, asNew] = [await runClean(dayAfter(0)), await runClean(LAST_DAY)];
  const check = async (runs: readonly Run[]): Promise<void> => {
    let day = 0;
    for (const run of runs) {
      day += run.days;
      const files = readData(folder);
      // Whoever is in a hurry gives up on a good answer too, now and then: all the better.
      await runOnDisk(dayAfter(day), run, 40);
      const [before, after] = [valuesOf(files), valuesOf(readData(folder))];
      await checkTruth(checkKept(before, after), after, files, dayAfter(day));
    }
    await runOnDisk(LAST_DAY, CLEAN);
    expect(readFileSync(join(folder, SNAPSHOT_PATH), 'utf8')).toBe(asNew);
  };
  await fc.assert(
    fc.asyncProperty(
      mostly(asOnce, fc.constant(undefined)),
      fc.array(someRun, { minLength: 1, maxLength: 3 }),
      async (snapshot, runs) => {
        folder = makeFolder(snapshot);
        await check(runs).finally(() => rmSync(folder, { recursive: true }));
      },
    ),
    { numRuns: 15, seed: 20251124 },
  );
}, 120_000);

/** A data folder on the disk, with the snapshot of an earlier run or without. */
function makeFolder(snapshot: string | undefined): string {
  const made = mkdtempSync(join(tmpdir(), 'sync-'));
  writeNewFiles(made, [...REFERRING, ...(snapshot === undefined ? [] : [{ path: SNAPSHOT_PATH, content: snapshot }])]);
  return made;
}
