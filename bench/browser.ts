import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { run } from '../scripts/support/run.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { siteAddress } from '../src/site/address.ts';
import { loadProject } from '../src/site/load.ts';
import { findBrowser, launchBrowser } from '../test/support/browser.ts';
import { type FolderServer, serveFolder } from '../test/support/serve-folder.ts';
import { type Contestant, CONTESTANTS } from './contestants.ts';
import { median, pathOf, runCommand } from './measure.ts';
import { formatTable } from './report.ts';
import { watchLoad, watchPaint } from './watch-page.ts';
import { writeSynthetic } from './write-synthetic.ts';

const HELP = `Measures the matrix page in a browser: how it loads with the real data on a processor four times slower, and how it
searches and sorts many synthetic environments, beside list.js and DataTables doing the same on the same rows, in turn.

  npm run bench:browser -- [options]

  --count N   how many synthetic environments (default: 10000)
  --runs N    measured runs of each (default: 3)

A time is that from a key or a click to the picture that shows its result; of each key and click the median of all runs
counts. Exit code: 0 all promises are kept, 1 some are not, 2 could not run.`;

/** What the page promises, in milliseconds. */
const PROMISE = { task: 50, key: 50, sort: 150 };

/** What a browser does for any page: the least that the longest task can be on this machine. */
const EMPTY_PAGE = 'data:text/html,<!doctype html><html lang="en"><title>Empty</title><p>One line.';

/** What is typed, letter by letter; what stands before is deleted the same way. The last word has a typo. */
const QUERIES = ['aurora', 'juniper', 'bsaalt'];
/** The headings that are clicked, twice each. */
const COLUMNS = ['Environment', 'Level', 'Evidence seen', 'Caveats'];

/** What one run of a contestant took, in milliseconds, key by key and click by click. */
interface Times {
  readonly ready: number;
  readonly keys: readonly number[];
  readonly sorts: readonly number[];
}

await run({ help: HELP, options: ['count', 'runs'] }, async ({ count = '10000', runs = '3' }) => {
  if (!/^[1-9]\d{0,5}$/.test(count)) throw new UsageError('--count takes a number from 1 to 999999.');
  if (!/^[1-9]\d?$/.test(runs)) throw new UsageError('--runs takes a number from 1 to 99.');
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = await launchBrowser(findBrowser());
  try {
    const real = await withSite(pathOf('data'), join(scratch, 'real'), (url) =>
      measureLoad(browser, url, Number(runs)),
    );
    const empty = await measureLoad(browser, EMPTY_PAGE, Number(runs));
    const data = join(scratch, 'data');
    await writeSynthetic(pathOf('data'), data, Number(count));
    const times = await withSite(data, join(scratch, 'large'), (url) => measureAll(browser, url, Number(runs)));
    const own = times[0]!;
    const kept =
      real.task <= PROMISE.task &&
      real.shift === 0 &&
      worst(own.keys) <= PROMISE.key &&
      worst(own.sorts) <= PROMISE.sort;
    return { output: formatReport(real, empty.task, times, Number(count)), exitCode: kept ? 0 : 1 };
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true });
  }
});

/** Builds a site and serves it while something is done with its first page. */
async function withSite<Result>(data: string, out: string, act: (url: string) => Promise<Result>): Promise<Result> {
  say(`building ${data}`);
  runCommand({ args: [pathOf('scripts/build.ts'), '--data', data, '--out', out] });
  const { base } = siteAddress(loadProject(data));
  const server: FolderServer = await serveFolder(out, base);
  try {
    return await act(`${server.origin}${base}`);
  } finally {
    await server.close();
  }
}

/** The longest task while the page loads on a slow processor, in milliseconds, and how far things jumped. */
async function measureLoad(browser: Browser, url: string, runs: number): Promise<{ task: number; shift: number }> {
  const loads: { task: number; shift: number }[] = [];
  for (let index = 0; index < runs; index += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchLoad);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url);
    await page.waitForTimeout(2000);
    loads.push(
      await page.evaluate(() => (globalThis as unknown as { loaded: { task: number; shift: number } }).loaded),
    );
    await page.close();
  }
  return { task: median(loads.map(({ task }) => task)), shift: Math.max(...loads.map(({ shift }) => shift)) };
}

/** Runs all contestants in turn, in one order and then the other, and gives the medians of each. */
async function measureAll(browser: Browser, url: string, runs: number): Promise<readonly (Times & { name: string })[]> {
  const all = new Map<string, Times[]>(CONTESTANTS.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round += 1)
    for (const contestant of round % 2 === 0 ? CONTESTANTS : CONTESTANTS.toReversed()) {
      say(`round ${round + 1}, ${contestant.name}`);
      all.get(contestant.name)!.push(await measureOne(browser, url, contestant));
    }
  return [...all].map(([name, list]) => ({
    name,
    ready: median(list.map(({ ready }) => ready)),
    keys: list[0]!.keys.map((_, index) => median(list.map(({ keys }) => keys[index]!))),
    sorts: list[0]!.sorts.map((_, index) => median(list.map(({ sorts }) => sorts[index]!))),
  }));
}

async function measureOne(browser: Browser, url: string, contestant: Contestant): Promise<Times> {
  // The policy of the page would keep the libraries out.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(watchPaint);
  const { prepare, field, heading } = contestant;
  if (prepare !== undefined) await page.route('**/*.js', (route) => route.abort());
  const start = performance.now();
  await page.goto(url);
  await prepare?.(page);
  await settle(page);
  const ready = performance.now() - start;
  const keys: number[] = [];
  await page.focus(field);
  for (const query of QUERIES)
    for (const key of [...Array.from(query), ...Array<string>(query.length).fill('Backspace')]) {
      await page.keyboard.press(key);
      keys.push(await settle(page));
    }
  const sorts: number[] = [];
  for (const label of COLUMNS)
    for (let click = 0; click < 2; click += 1) {
      await page.click(heading(label));
      sorts.push(await settle(page));
    }
  await context.close();
  return { ready, keys, sorts };
}

/** Waits until nothing changes any more; gives how long after the last key or click the last change was shown. */
function settle(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { settle: () => Promise<number> }).settle());
}

function formatReport(
  { task, shift }: { readonly task: number; readonly shift: number },
  emptyTask: number,
  times: readonly (Times & { readonly name: string })[],
  count: number,
): string {
  const table = formatTable(
    ['', 'ready', 'key, median', 'key, worst', 'sort, median', 'sort, worst'],
    times.map(({ name, ready, keys, sorts }) => [
      name,
      `${(ready / 1000).toFixed(1)} s`,
      ...[median(keys), worst(keys), median(sorts), worst(sorts)].map((value) => `${Math.round(value)} ms`),
    ]),
  );
  return `Real data, processor four times slower: longest task ${Math.round(task)} ms (promise: ${PROMISE.task}; a page with one line here: ${Math.round(emptyTask)} ms), shifted by ${shift} (promise: 0).

${count.toLocaleString('en')} environments (promise: a key ${PROMISE.key} ms, a sort ${PROMISE.sort} ms):

${table}`;
}

function worst(values: readonly number[]): number {
  return Math.max(...values);
}

/** Says what goes on: a run takes minutes. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
