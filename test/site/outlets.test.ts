import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { exportMatrix } from '../../src/commands/export.ts';
import { readData } from '../../src/io/read-data.ts';
import { redirectsOf } from '../../src/matrix/names.ts';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { listFiles } from '../support/built-pages.ts';

const { folder, base, address, executablePath } = inject('site');
const { dataset } = await loadSite('data');
const ids = dataset.environments.map(({ id }) => id).toSorted();
const files = readData('data');
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());
const parser = await browser.newPage();

test.each([
  ['matrix.json', 'json'],
  ['matrix.csv', 'csv'],
  ['matrix.md', 'markdown'],
] as const)('%s is what the command exports', async (path, format) => {
  expect(await read(path)).toBe(exportMatrix(files, { root: 'data', format }).output);
});

test('each environment has its JSON and its badge, which each of its old addresses has too', async () => {
  const below = (directory: string, end: string): readonly string[] =>
    listFiles(join(folder, directory))
      .filter((path) => path.endsWith(end))
      .map((path) => path.slice(0, -end.length))
      .toSorted();
  const old = redirectsOf(dataset.environments);
  expect(below('environments', '.json')).toEqual(ids);
  expect(below('badges', '.svg')).toEqual([...ids, ...old.keys()].toSorted());
  for (const [from, to] of old) expect(await read(`badges/${from}.svg`)).toBe(await read(`badges/${to}.svg`));
  const { environments } = JSON.parse(await read('matrix.json')) as { environments: readonly { id: string }[] };
  for (const environment of environments) {
    const document = JSON.parse(await read(`environments/${environment.id}.json`)) as object;
    expect(document).toMatchObject({ site: `${address}${base.slice(0, -1)}`, environment });
  }
});

describe('as XML', () => {
  /** The text of the elements of a kind; the error of the parser where the text is no XML. */
  const elements = (xml: string, name: string): Promise<readonly string[]> =>
    parser.evaluate(
      ([text, wanted]) => {
        const document = new DOMParser().parseFromString(text!, 'text/xml');
        const errors = [...document.querySelectorAll('parsererror')];
        return (errors.length > 0 ? errors : [...document.querySelectorAll(wanted!)]).map((each) => each.textContent);
      },
      [xml, name],
    );

  test('every badge is a picture with a title', async () => {
    for (const { id, value } of dataset.environments) {
      const [title, ...more] = await elements(await read(`badges/${id}.svg`), 'svg > title');
      expect([title?.startsWith(`${dataset.matrix.value.product} on ${value.name}: `), more]).toEqual([true, []]);
    }
  });

  test('the feed has items in order, each of an environment', async () => {
    const xml = await read('feed.xml');
    const days = (await elements(xml, 'item > pubDate')).map((day) => Date.parse(day));
    expect(days.length).toBeGreaterThan(50);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    const guids = await elements(xml, 'item > guid');
    expect(new Set(guids).size).toBe(guids.length);
    const pages = (await elements(xml, 'item > link')).map((link) => link.replace(/#history$/, ''));
    expect(pages.filter((page) => !ids.includes(page.split('/').at(-2)!))).toEqual([]);
    expect(pages[0]).toMatch(new RegExp(`^${address}${base}environments/`));
  });
});

test('pages name the feed', async () => {
  const html = await read('levels/index.html');
  expect(html).toContain(`<link rel="alternate" type="application/rss+xml"`);
  expect(html).toContain(`href="${base}feed.xml"`);
});
