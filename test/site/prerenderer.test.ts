import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AstroPrerenderer, RouteData } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../support/built-pages.ts';
import { ended } from '../../src/site/ended.ts';
import { sharedPrerenderer } from '../../src/site/prerenderer.ts';
import { markDone, share, take } from '../../src/site/shared-work.ts';

const PATHS = ['environments/one/', 'environments/two/', 'providers/three/'];
let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterEach(() => rmSync(out, { recursive: true }));

/** A prerenderer whose pages say where they are, beside a thread that has nothing to do but to wait. */
async function prepare(render = ({ url }: Request): Response => new Response(new URL(url).pathname), paths = PATHS) {
  const asked: string[] = [];
  const local: AstroPrerenderer = {
    name: 'local',
    getStaticPaths: () =>
      Promise.resolve(
        [
          ...paths.map((path) => `/${path}`.replace(/\/$/, '')),
          '/levels',
          '/environments/old',
          '/providers/three/',
        ].map((pathname) => ({ pathname, route: { route: pathname } as RouteData })),
      ),
    render: (request, { routeData }) => {
      asked.push(routeData.route);
      return Promise.resolve().then(() => render(request));
    },
  };
  const thread = new Worker(new URL('data:text/javascript,setInterval(() => {}, 1000)'));
  const pages = { paths, states: share(paths.length) };
  const done = ended(thread);
  done.catch(() => undefined);
  const address = { origin: 'https://example.org', base: '/matrix/' };
  const shared = sharedPrerenderer(local, { address, out }, () => ({ thread, done, pages }));
  await shared.setup!();
  const own = (await shared.getStaticPaths()).map(({ pathname }) => pathname);
  const renderOwn = async (path: string): Promise<string> => {
    const answer = await shared.render(new Request(`https://example.org/matrix/${path}`), {
      routeData: { route: path } as RouteData,
    });
    return answer instanceof Response ? answer.text() : '';
  };
  return { shared, thread, pages, own, asked, renderOwn, makeShared: shared.collectStaticImages! };
}

test('it makes the pages that it takes, each by its route, and nobody else takes them', async () => {
  const { asked, makeShared, pages, thread } = await prepare();
  expect(take(pages.states, 2)).toBe(true);
  await makeShared();
  expect(asked).toEqual(['/environments/one', '/environments/two']);
  expect(await readFile(join(out, 'environments/two/index.html'), 'utf8')).toBe('/matrix/environments/two/');
  // What another thread took is left alone.
  expect(listFiles(out)).toHaveLength(2);
  expect(PATHS.map((_, index) => take(pages.states, index))).toEqual([false, false, false]);
  await thread.terminate();
});

test('Astro knows of all other pages, and makes them', async () => {
  const { own, renderOwn, thread } = await prepare();
  expect(own).toEqual(['/levels', '/environments/old']);
  expect(await renderOwn('levels/')).toBe('/matrix/levels/');
  expect(listFiles(out)).toEqual([]);
  await thread.terminate();
});

test.each(['one of Astro’s pages', 'one of the shared pages'])(
  'where %s fails, the other thread ends',
  async (which) => {
    const { renderOwn, makeShared, thread, shared } = await prepare(() => {
      throw new Error('no such page');
    });
    const failing = which === 'one of Astro’s pages' ? renderOwn('levels/') : makeShared();
    await expect(failing).rejects.toThrow(
      which === 'one of Astro’s pages' ? 'no such page' : 'The page environments/one/ could not be made.',
    );
    expect(thread.threadId).toBe(-1);
    await shared.teardown!();
  },
);

test('a page that is none is a mistake', async () => {
  const { makeShared } = await prepare(() => new Response('', { status: 500 }));
  await expect(makeShared()).rejects.toThrow('The page environments/one/ could not be made: 500.');
  expect(listFiles(out)).toEqual([]);
});

test('where it has made all pages it does not wait for the other thread', async () => {
  const { makeShared, shared, thread } = await prepare();
  await makeShared();
  await shared.teardown!();
  expect(thread.threadId).not.toBe(-1);
  await thread.terminate();
});

test('else it waits for the other thread, and leaves its failure to whoever asks', async () => {
  const { makeShared, pages, shared, thread } = await prepare();
  take(pages.states, 2);
  await makeShared();
  setTimeout(() => void thread.terminate(), 50);
  await expect(shared.teardown!()).resolves.toBeUndefined();
  expect(thread.threadId).toBe(-1);
});

test('the rest is left to the other thread, and not waited for', async () => {
  const paths = [...Array.from({ length: 64 }, (_, index) => `environments/${index}/`), 'providers/three/'];
  const { makeShared, pages, shared, thread } = await prepare(undefined, paths);
  // A page of another kind tells nothing of what these need.
  markDone(pages.states, 64);
  markDone(pages.states, 62);
  await makeShared();
  // A tenth, which is six.
  expect(listFiles(out)).toHaveLength(56);
  await shared.teardown!();
  expect(thread.threadId).not.toBe(-1);
  await thread.terminate();
});
