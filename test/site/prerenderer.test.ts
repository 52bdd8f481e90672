import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../support/built-pages.ts';
import { ended } from '../../src/site/ended.ts';
import { sharedPrerenderer } from '../../src/site/prerenderer.ts';
import { markMade, takePage } from '../../src/site/shared-pages.ts';

const PATHS = ['environments/one/', 'environments/two/', 'providers/three/'];
const ROUTE = {} as PathWithRoute['route'];

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterEach(() => rmSync(out, { recursive: true }));

/** A prerenderer whose pages say where they are, beside a thread that has nothing to do but to wait. */
async function prepare(render = ({ url }: Request): Response => new Response(new URL(url).pathname), paths = PATHS) {
  const local: AstroPrerenderer = {
    name: 'local',
    getStaticPaths: () =>
      Promise.resolve(
        ['/environments/one', '/providers/three/', '/levels', '/environments/old'].map((pathname) => ({
          pathname,
          route: ROUTE,
        })),
      ),
    render: (request) => Promise.resolve().then(() => render(request)),
  };
  const thread = new Worker(new URL('data:text/javascript,setInterval(() => {}, 1000)'));
  const pages = { paths, states: new Uint8Array(new SharedArrayBuffer(paths.length)) };
  const done = ended(thread);
  done.catch(() => undefined);
  const shared = sharedPrerenderer(local, { base: '/matrix/', out }, () => Promise.resolve({ thread, done, pages }));
  await shared.setup!();
  const ask = async (path: string): Promise<string> => {
    const answer = await shared.render(new Request(`https://example.org/matrix/${path}`), { routeData: ROUTE });
    return answer instanceof Response ? answer.text() : '';
  };
  return { shared, thread, done, pages, ask };
}

test('a page that it takes is written at once, and nobody else takes it', async () => {
  const { ask, pages, thread } = await prepare();
  expect(await ask('environments/two/')).toBe('');
  expect(await readFile(join(out, 'environments/two/index.html'), 'utf8')).toBe('/matrix/environments/two/');
  expect(PATHS.map((_, index) => takePage(pages, index))).toEqual([true, false, true]);
  await thread.terminate();
});

test('a page that another thread took is left alone', async () => {
  const { ask, pages, thread } = await prepare(() => {
    throw new Error('asked');
  });
  expect(takePage(pages, 0)).toBe(true);
  expect(await ask('environments/one/')).toBe('');
  expect(listFiles(out)).toEqual([]);
  await thread.terminate();
});

test('all other pages are Astro’s, and come first', async () => {
  const { ask, shared, thread } = await prepare();
  expect(await ask('levels/')).toBe('/matrix/levels/');
  expect(listFiles(out)).toEqual([]);
  const order = (await shared.getStaticPaths()).map(({ pathname }) => pathname);
  expect(order).toEqual(['/levels', '/environments/old', '/environments/one', '/providers/three/']);
  await thread.terminate();
});

test.each(['levels/', 'environments/one/'])('where %s fails, the other thread ends', async (path) => {
  const { ask, thread, shared } = await prepare(() => {
    throw new Error('no such page');
  });
  await expect(ask(path)).rejects.toThrow('no such page');
  expect(thread.threadId).toBe(-1);
  await shared.teardown!();
});

test('a page that is none is a mistake', async () => {
  const { ask } = await prepare(() => new Response('', { status: 500 }));
  await expect(ask('environments/one/')).rejects.toThrow('The page environments/one/ could not be made: 500.');
  expect(listFiles(out)).toEqual([]);
});

test('it waits for the other thread, and leaves its failure to whoever asks', async () => {
  const { shared, thread } = await prepare();
  setTimeout(() => void thread.terminate(), 50);
  await expect(shared.teardown!()).resolves.toBeUndefined();
});

test('the rest is left to the other thread, and not waited for', async () => {
  const made = Array.from({ length: 64 }, (_, index) => `environments/${index}/`);
  const { ask, pages, shared, thread } = await prepare(undefined, [...made, 'providers/three/']);
  // A page of another kind tells nothing of what these need.
  markMade(pages, 64);
  await ask('environments/60/');
  expect(listFiles(out)).toHaveLength(1);
  markMade(pages, 62);
  await ask('environments/57/');
  expect(listFiles(out)).toHaveLength(2);
  await ask('environments/58/');
  await ask('environments/59/');
  expect(listFiles(out)).toHaveLength(2);
  await shared.teardown!();
  expect(thread.threadId).not.toBe(-1);
  await thread.terminate();
});
