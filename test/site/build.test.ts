import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
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

describe('what cannot be built', () => {
  /** The exit code of a build and what it says. */
  const refusal = async (...call: Parameters<typeof buildSite>): Promise<readonly [number, string]> => {
    const { code, stderr } = (await buildSite(...call).then(
      () => ({ code: 0, stderr: '' }),
      (error: unknown) => error,
    )) as { code: number; stderr: string };
    return [code, stderr];
  };

  /** A folder that goes with the test. */
  const folderOf = async (): Promise<string> => {
    const place = await makeSiteFolder();
    onTestFinished(() => rm(place, { recursive: true }));
    return place;
  };

  test.each([
    ['a folder that is not there', 'nowhere', 'site', {}, /^The data folder nowhere cannot be read: .*ENOENT.*\n$/],
    ['a folder without a project', 'test/site', 'site', {}, /matrix\.yaml/],
    ['no folder to write to', 'data', '', {}, /^--out takes a path, .*\n$/],
    ['no address', 'data', 'site', { SITE_URL: 'matrix' }, /^SITE_URL takes an address .*“matrix”\.\n$/],
    ['a path that is escaped', 'data', 'site', { SITE_URL: 'https://a.example/b%20c' }, /^SITE_URL takes a path .*\n$/],
  ])('%s is told in a sentence', async (_, data, out, environment, words) => {
    const place = await folderOf();
    expect(await refusal(data, out && join(place, out), environment)).toEqual([2, expect.stringMatching(words)]);
  });

  test('a folder that has something else in it keeps it', async () => {
    const place = await folderOf();
    await writeFile(join(place, 'thesis.txt'), 'mine');
    expect(await refusal('data', place)).toEqual([2, expect.stringMatching(/^--out takes .* would be lost\.\n$/)]);
    expect(await refusal('data', join(place, 'thesis.txt'))).toEqual([
      2,
      expect.stringMatching(/^--out takes a folder/),
    ]);
    expect(listFiles(place)).toEqual(['thesis.txt']);
  });

  test('data with errors is told as the validator tells it, and an earlier site stays', async () => {
    const place = await folderOf();
    const [data, out] = [join(place, 'data'), join(place, 'site')];
    await cp('data', data, { recursive: true });
    await mkdir(join(data, 'environments/nowhere'));
    await writeFile(join(data, 'environments/nowhere/cloud.yaml'), 'level: best');
    await mkdir(join(out, 'schema'), { recursive: true });
    await writeFile(join(out, 'schema/matrix.json'), 'earlier');
    expect(await refusal(data, out)).toEqual([
      2,
      // Nothing of Astro’s stands in front of it.
      expect.stringMatching(/^\S+environments\/nowhere\/cloud\.yaml:1:1 error /),
    ]);
    expect(await readFile(join(out, 'schema/matrix.json'), 'utf8')).toBe('earlier');
  });
});
