import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, pathOf, runWithPeak, SETUP } from './measure.ts';
import { type PageWeight, weighPage } from './page-weight.ts';

/** One build of the site. */
export interface BuildRow {
  readonly environments: number;
  readonly seconds: number;
  readonly runs: readonly number[];
  /** Of the largest process of the build, at its largest. */
  readonly peakBytes: number;
  /** How many pages were written. */
  readonly pages: number;
  readonly matrixPage: Pick<PageWeight, 'raw' | 'gzip' | 'brotli'>;
}

/** Builds the site from a data folder into `out`, which is emptied before each run, and weighs its first page. */
export function benchBuild(environments: number, folder: string, out: string, runs: number): BuildRow {
  const measured = Array.from({ length: runs }, () => {
    rmSync(out, { recursive: true, force: true });
    return runWithPeak({ args: [...SETUP, pathOf('scripts/build.ts'), '--data', folder, '--out', out] });
  });
  const { raw, gzip, brotli } = weighPage(out, 'index.html');
  return {
    environments,
    seconds: Math.round(median(measured.map(({ seconds }) => seconds)) * 1000) / 1000,
    runs: measured.map(({ seconds }) => Math.round(seconds * 1000) / 1000),
    peakBytes: Math.max(...measured.map(({ peakBytes }) => peakBytes)),
    pages: readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')).length,
    matrixPage: { raw, gzip, brotli },
  };
}

/** Builds the site from a data folder once and weighs the matrix with everything it loads. */
export function benchPage(folder: string, scratch: string): PageWeight {
  const out = join(scratch, 'page');
  runWithPeak({ args: [...SETUP, pathOf('scripts/build.ts'), '--data', folder, '--out', out] });
  return weighPage(out, 'index.html');
}
