import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { run } from '../scripts/support/run.ts';
import { siteAddress } from '../src/site/address.ts';
import { loadSite } from '../src/site/load.ts';
import { findBrowser, launchBrowser } from '../test/support/browser.ts';
import { pageKinds } from '../test/support/page-kinds.ts';
import { serveFolder } from '../test/support/serve-folder.ts';
import { pathOf, runCommand } from './measure.ts';
import { formatTable } from './report.ts';

const HELP = `Builds the site from the real data, serves it packed as GitHub Pages does, and asks Lighthouse about its pages, as a
phone on a slow network and as a desktop. Prints the scores, and below them every audit that is not met.

  node bench/lighthouse.ts [--site DIR]

  --site DIR   a site that is built already

Exit code: 0 every score is 100, 1 some are not, 2 could not run.`;

/** The kinds of pages that are asked about. */
const KINDS = ['the matrix', 'an environment with everything', 'Cluster API'];

const DEVICES = { phone: undefined, desktop: desktopConfig } as const;

/** What Lighthouse says of a page on a device. */
interface Verdict {
  readonly page: string;
  readonly device: string;
  /** From 0 to 100, by the title of the category. */
  readonly scores: Readonly<Record<string, number>>;
  /** What it measured, as it writes it: first paint, largest paint, blocked, shifted. */
  readonly metrics: readonly string[];
  readonly unmet: readonly string[];
}

await run({ help: HELP, options: ['site'] }, async ({ site }) => {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const port = await freePort();
  const { dataset } = await loadSite(pathOf('data'));
  const { base } = siteAddress(dataset.matrix.value);
  if (site === undefined)
    runCommand({ args: [pathOf('scripts/build.ts'), '--data', pathOf('data'), '--out', scratch] });
  const server = await serveFolder(site ?? scratch, base);
  const browser = await launchBrowser(findBrowser(), [`--remote-debugging-port=${port}`]);
  try {
    const verdicts: Verdict[] = [];
    for (const [kind, path] of pageKinds(dataset).filter(([name]) => KINDS.includes(name)))
      for (const device of Object.keys(DEVICES) as (keyof typeof DEVICES)[]) {
        process.stderr.write(`${kind}, ${device}\n`);
        verdicts.push(await judge(`${server.origin}${base}${path}`, kind, device, port));
      }
    const isPerfect = verdicts.every(({ scores }) => Object.values(scores).every((score) => score === 100));
    return { output: formatVerdicts(verdicts), exitCode: isPerfect ? 0 : 1 };
  } finally {
    await browser.close();
    await server.close();
    rmSync(scratch, { recursive: true });
  }
});

async function judge(url: string, page: string, device: keyof typeof DEVICES, port: number): Promise<Verdict> {
  const result = await lighthouse(url, { port, logLevel: 'error' }, DEVICES[device]);
  if (result === undefined) throw new Error(`Lighthouse says nothing about ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const shown = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    page,
    device,
    scores: Object.fromEntries(
      Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
    ),
    metrics: shown.map((id) => audits[id]?.displayValue ?? ''),
    unmet: [...new Set(weighed.map(({ id }) => id))].flatMap((id) => {
      const { score, title, explanation } = audits[id]!;
      return score === null || score === 1 ? [] : [[title, explanation ?? ''].join(' ').trim()];
    }),
  };
}

function formatVerdicts(verdicts: readonly Verdict[]): string {
  const table = formatTable(
    ['page', 'device', ...Object.keys(verdicts[0]!.scores), 'first paint', 'largest paint', 'blocked', 'shifted'],
    verdicts.map(({ page, device, scores, metrics }) => [
      page,
      device,
      ...Object.values(scores).map(String),
      ...metrics.map((value) => value.replaceAll('\u00a0', ' ')),
    ]),
  );
  const unmet = verdicts.flatMap(({ page, device, unmet: list }) => list.map((each) => `${page}, ${device}: ${each}`));
  return [table, ...(unmet.length === 0 ? [] : ['', ...unmet])].join('\n');
}

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
