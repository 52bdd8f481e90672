import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { listFiles as listSiteFiles } from '../../src/site/files.ts';
import { loadSite } from '../../src/site/load.ts';
import { listPictureFiles } from '../../src/site/picture-files.ts';
import { serveFiles } from '../../src/site/serve-files.ts';
import { listFiles } from '../support/built-pages.ts';

const { folder, base, address: origin } = inject('site');
const data = await loadSite('data');
const files = [...listSiteFiles(data, { origin, base }), ...listPictureFiles(data.dataset)];

const serve = serveFiles('data', { origin, base });
const server = createServer((request, response) => {
  serve(request, response, () => response.writeHead(418).end());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const ask = (path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);

test('a built site has each of its files', () => {
  const built = new Set(listFiles(folder));
  expect(files.map(({ path }) => path).filter((path) => !built.has(path))).toEqual([]);
});

/** The first file of each kind in each folder. */
const SAMPLES = [
  ...new Map(files.toReversed().map(({ path }) => [path.split('/')[0]! + extname(path), path])).values(),
];

test.each(SAMPLES)('the development server answers %s with what is built', async (path) => {
  const response = await ask(path.replace(/(^|\/)index\.html$/, '$1'));
  expect(response.headers.get('content-type')).toMatch(/^(?:text|application|image)\//);
  expect(Buffer.from(await response.arrayBuffer()).equals(await readFile(join(folder, path)))).toBe(true);
});

test('there is a file of each kind', () => {
  expect(new Set(SAMPLES.map((path) => extname(path)))).toEqual(
    new Set(['.csv', '.html', '.json', '.md', '.png', '.svg', '.txt', '.xml']),
  );
});

test('it leaves pages, and what is not there, to others', async () => {
  for (const path of ['', 'levels/', 'environments/hetzner/', 'nowhere.json', '%', '/'])
    expect((await ask(path)).status).toBe(418);
});
