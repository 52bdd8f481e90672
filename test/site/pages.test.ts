import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { redirectsOf } from '../../src/matrix/names.ts';
import { RULES } from '../../src/rules/registry.ts';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { listPages, type PageFacts, readFacts } from '../support/built-pages.ts';

const { origin, base, address, folder, executablePath } = inject('site');
const root = `${origin}${base}`;
const { dataset } = await loadSite('data');
const paths = listPages(folder);
const pages = new Map<string, PageFacts>();
const isHidden = (path: string): boolean => pages.get(path)!.meta.robots === 'noindex';
const shown = (): readonly string[] => paths.filter((path) => !isHidden(path));

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());
beforeAll(async () => {
  const parser = await browser.newPage();
  for (const path of paths) {
    const response = await fetch(`${root}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    pages.set(path, await readFacts(parser, await response.text()));
  }
}, 60_000);

describe('the pages', () => {
  test('there is one for every entry and every rule', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        '',
        '404.html',
        ...['cluster-api/', 'levels/', 'releases/', 'rules/', 'contribute/', 'health/'],
        ...dataset.environments.map(({ id }) => `environments/${id}/`),
        ...dataset.providers.map(({ id }) => `providers/${id}/`),
        ...Object.keys(RULES).map((id) => `rules/${id}/`),
      ]),
    );
  });

  test('each has one heading and one title, and no two have the same', () => {
    const bad = paths.filter((path) => {
      const { titles, headings } = pages.get(path)!;
      return [titles, headings].some((list) => list.length !== 1 || list[0] === '');
    });
    expect(bad).toEqual([]);
    const titles = shown().map((path) => pages.get(path)!.titles[0]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('each has a picture for previews, those of entries one of their own', async () => {
    const pictures = new Map(shown().map((path) => [path, pages.get(path)!.meta['og:image'] ?? '']));
    expect(pictures.get('environments/aws-ec2/')).toBe(`${address}${base}pictures/environments/aws-ec2.png`);
    const answers = await Promise.all(
      [...new Set(pictures.values())].map((url) => fetch(url.replace(address, origin), { method: 'HEAD' })),
    );
    expect(answers.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([]);
    expect(answers.length).toBeGreaterThan(dataset.environments.length + dataset.providers.length);
  });

  test('each tells search engines and other sites what it is and where', () => {
    for (const path of shown()) {
      const { meta, canonical } = pages.get(path)!;
      const published = `${address}${base}${path}`;
      expect(canonical).toEqual([published]);
      expect(meta).toMatchObject({
        description: expect.stringMatching(/^[^`]+\.$/) as string,
        'og:type': 'website',
        'og:site_name': dataset.matrix.value.name,
        'og:title': expect.stringMatching(/./) as string,
        'og:description': meta.description,
        'og:url': published,
      });
    }
  });

  test('every address on them leads somewhere', async () => {
    const statuses = new Map<string, number>();
    const status = async (url: string): Promise<number> => {
      if (!statuses.has(url)) statuses.set(url, (await fetch(url, { method: 'HEAD' })).status);
      return statuses.get(url)!;
    };
    /** What is wrong with an address; undefined where nothing is. */
    const problem = async (path: string, written: string): Promise<string | undefined> => {
      const url = new URL(written, `${root}${path}`);
      if (url.origin === address) return undefined;
      if (url.origin !== origin) return url.protocol === 'https:' ? undefined : 'is not https';
      if (!url.pathname.startsWith(base)) return 'is outside of the site';
      const target = url.pathname.slice(base.length);
      const fragment = decodeURIComponent(url.hash.slice(1));
      const facts = pages.get(target);
      if (facts === undefined) {
        url.hash = '';
        return (await status(url.href)) === 200 ? undefined : 'is not there';
      }
      if (isHidden(target) && target !== path && !isHidden(path)) return 'has moved';
      return fragment === '' || facts.ids.includes(fragment) ? undefined : 'has no such place';
    };
    const problems: string[] = [];
    let count = 0;
    for (const [path, { addresses }] of pages)
      for (const written of addresses) {
        count += 1;
        const found = await problem(path, written);
        if (found !== undefined) problems.push(`${path}: ${written} ${found}`);
      }
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(paths.length * 10);
  });

  test('no id is there twice', () => {
    const bad = paths.filter((path) => new Set(pages.get(path)!.ids).size !== pages.get(path)!.ids.length);
    expect(bad).toEqual([]);
  });
});

describe('for search engines', () => {
  const locations = async (path: string): Promise<readonly string[]> =>
    [...(await (await fetch(`${root}${path}`)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]!);

  test('the sitemap lists every page that is not hidden, and nothing else', async () => {
    const maps = await locations('sitemap-index.xml');
    const listed = (await Promise.all(maps.map((map) => locations(map.replace(`${address}${base}`, ''))))).flat();
    expect(listed.toSorted()).toEqual(
      shown()
        .map((path) => `${address}${base}${path}`)
        .toSorted(),
    );
  });

  test('robots.txt forbids nothing and names the sitemap', async () => {
    const lines = (await (await fetch(`${root}robots.txt`)).text()).split('\n');
    expect(lines).toContain(`Sitemap: ${address}${base}sitemap-index.xml`);
    expect(lines.filter((line) => line.startsWith('Disallow'))).toEqual([]);
  });
});

describe('other addresses', () => {
  test.each([
    ['inside', () => `${root}environments/nowhere/`],
    ['outside', () => `${origin}/`],
  ])('an address %s that nothing is at answers 404 with a page that leads back', async (_, url) => {
    const response = await fetch(url());
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(`href="${base}"`);
  });

  test.each(['environments', 'providers'] as const)('every old address of %s leads to the new one', (kind) => {
    const redirects = redirectsOf(dataset[kind]);
    expect(redirects.size).toBeGreaterThan(0);
    for (const [from, to] of redirects) {
      const { meta, addresses } = pages.get(`${kind}/${from}/`)!;
      expect(meta).toMatchObject({ refresh: `0; url=${base}${kind}/${to}/`, robots: 'noindex' });
      expect(addresses).toContain(`${base}${kind}/${to}/`);
    }
  });

  test('nothing else is hidden', () => {
    const old = (['environments', 'providers'] as const).flatMap((kind) =>
      [...redirectsOf(dataset[kind]).keys()].map((id) => `${kind}/${id}/`),
    );
    expect(paths.filter(isHidden)).toEqual(['404.html', ...old].toSorted());
  });
});
