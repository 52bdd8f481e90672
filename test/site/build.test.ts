import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { buildSite, makeSiteFolder } from '../support/build-site.ts';
import { listFiles } from '../support/built-pages.ts';

const { folder, base } = inject('site');

/** What the first page may weigh with all that it loads, compressed, in bytes. */
const BUDGET = 60_000;

/** What its script may, likewise. */
const SCRIPT_BUDGET = 12_000;

/**
 * Another machine: its clock, its language, and variables that mean something to Astro, or to another program; and the
 * pages of entries come from the other thread.
 */
const ELSEWHERE = {
  NODE_OPTIONS: `--import=${new URL('../support/leave-pages.mjs', import.meta.url).href}`,
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'development',
  MODE: 'development',
  DEV: '1',
  PROD: '',
  BASE_URL: '/elsewhere',
  SITE: 'https://elsewhere.example.org/',
};

describe('a build', () => {
  test('of the same data gives the same bytes, wherever and whenever it is made', async () => {
    const again = await makeSiteFolder();
    try {
      await buildSite('data', again, ELSEWHERE);
      const hashes = async (site: string): Promise<readonly string[]> =>
        Promise.all(
          listFiles(site).map(
            async (path) =>
              `${createHash('sha256')
                .update(await readFile(join(site, path)))
                .digest('hex')} ${path}`,
          ),
        );
      const first = await hashes(folder);
      expect(first.length).toBeGreaterThan(100);
      expect(await hashes(again)).toEqual(first);
    } finally {
      await rm(again, { recursive: true });
    }
  });

  test(`has a first page of at most ${BUDGET / 1000} kB, with its styles and its scripts`, async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const loaded = [...html.matchAll(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]*)"/g)].map(
      (match) => match[1]!,
    );
    expect(loaded.map((address) => /\.\w+$/.exec(address)?.[0]).toSorted()).toEqual(['.css', '.js']);
    const files = ['index.html', ...loaded.map((address) => address.slice(base.length))];
    const sizes = await Promise.all(files.map(async (path) => gzipSync(await readFile(join(folder, path))).length));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(BUDGET);
    // One script, whatever it says: what it would import comes with a second wait.
    const script = files.findIndex((path) => path.endsWith('.js'));
    expect(sizes[script]).toBeLessThanOrEqual(SCRIPT_BUDGET);
    expect(await readFile(join(folder, files[script]!), 'utf8')).not.toMatch(/\bfrom\s*["'`]\.|\bimport\s*["'`]\./);
  });
});
