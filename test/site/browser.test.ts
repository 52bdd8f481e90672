import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';

const { origin, base, executablePath } = inject('site');
const { dataset } = await loadSite('data');
const all = pageKinds(dataset);
/** An old address leads away from itself, so it is looked at on its own. */
const kinds = all.slice(0, -1);
const [, OLD] = all.at(-1)!;
const WIDTHS = [360, 390, 820, 1440];
/** A4 across without its margins, in pixels: what a sheet of many columns asks for. */
const PAPER = 1047;
const url = (path: string): string => `${origin}${base}${path}`;

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());

/** Waits until all of a page is there: its foot comes last. */
async function waitForAll(page: Page): Promise<void> {
  await page.locator('body > footer').waitFor();
}

/** Opens a window, and closes it with the tests. */
async function openWindow(width: number, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  return context.newPage();
}

describe('every kind of page', async () => {
  const page = await openWindow(1440);
  const withoutScripts = await openWindow(1440, { javaScriptEnabled: false });
  const paper = await openWindow(PAPER);
  await paper.emulateMedia({ media: 'print' });
  let complaints: string[] = [];
  let requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => requests.push(request.url()));

  test.each(all)('%s loads without complaints, and nothing from elsewhere', async (_, path) => {
    // What the page before still asked for ends with it, and is no complaint about this one.
    await page.goto('about:blank');
    [complaints, requests] = [[], []];
    await page.goto(url(path), { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
    expect(requests).toContain(url(path));
    expect(requests.filter((each) => !each.startsWith(url('')))).toEqual([]);
  });

  test.each(kinds)('%s is never wider than the screen, and has no column of letters', async (_, path) => {
    await page.goto(url(path));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth]);
      expect([width, ...widths]).toEqual([width, width, width]);
      const squeezed = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('p, li, dd, dt, th, td, h1, h2, h3')]
          .filter((element) => element.offsetHeight > 8 * element.offsetWidth && element.closest('thead, .sr') === null)
          .map(({ textContent }) => textContent.slice(0, 40)),
      );
      expect(squeezed).toEqual([]);
    }
  });

  test.each(kinds)('%s says the same without scripts', async (_, path) => {
    const read = (from: Page): Promise<string> =>
      from.evaluate(() => {
        // What scripts add, and what only they can do.
        for (const added of document.querySelectorAll('rel-time small, .copy, .scripted')) added.remove();
        return document.body.innerText.replaceAll(/\s+/g, '');
      });
    await Promise.all([page.goto(url(path)), withoutScripts.goto(url(path))]);
    await waitForAll(page);
    const [scripted, plain] = await Promise.all([read(page), read(withoutScripts)]);
    expect(plain.length).toBeGreaterThan(100);
    expect(scripted).toBe(plain);
  });

  test.each(kinds)('%s prints with nothing cut off', async (_, path) => {
    await paper.goto(url(path));
    const cut = await paper.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          const clips = getComputedStyle(element).overflowX !== 'visible' && element.clientWidth > 1;
          return width > 1 && (right > innerWidth || (clips && element.scrollWidth > element.clientWidth));
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(cut).toEqual([]);
  });

  test('the matrix can be printed', async () => {
    await paper.goto(url(''));
    const pdf = await paper.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Its head stands again on every sheet of paper, so that a row can be read wherever it is.
    expect(await paper.evaluate(() => getComputedStyle(document.querySelector('thead')!).display)).toBe(
      'table-header-group',
    );
  });

  test('an old address leads on by itself', async () => {
    await page.goto(url(OLD));
    await page.waitForURL((at) => at.href !== url(OLD));
    expect(page.url()).toMatch(new RegExp(`^${url('environments/')}[a-z0-9-]+/$`));
    expect(await page.locator('h1').count()).toBe(1);
  });
});

describe('how long ago a day was', () => {
  test('is added by the browser, to the day that is there', async () => {
    const page = await openWindow(1440);
    await page.goto(url('releases/'));
    const texts = await page.locator('rel-time').allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/^\d{4}-\d\d-\d\d \(.+\)$/);
  });
});

describe('with the keyboard', async () => {
  const page = await openWindow(1440);

  /** Where the focus is, and what keeps it from being seen. */
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement!;
      const box = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const onTop = document.elementFromPoint(box.x + Math.min(box.width, 20) / 2, box.y + box.height / 2);
      const troubles = {
        'has no outline': outlineStyle === 'none' || parseFloat(outlineWidth) < 2,
        'is out of view': box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.left > innerWidth,
        'is covered': onTop === null || !(element.contains(onTop) || onTop.contains(element)),
      };
      return {
        name: element.textContent.trim().slice(0, 40),
        inMain: element.closest('main') !== null,
        troubles: Object.entries(troubles).flatMap(([trouble, is]) => (is ? [trouble] : [])),
      };
    });

  test('the first stop leads past the navigation', async () => {
    await page.goto(url(''));
    await page.keyboard.press('Tab');
    expect(await focus()).toMatchObject({ name: 'Skip to the content', inMain: false, troubles: [] });
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    expect(await focus()).toMatchObject({ inMain: true, troubles: [] });
  });

  test.each([
    ['the matrix', '', 1440],
    ['the matrix', '', 820],
    ['the matrix', '', 390],
    ['Cluster API', 'cluster-api/', 820],
  ])('every stop on %s%s shows, %i px wide', async (_, path, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url(path));
    const seen = new Set<string>();
    const unseen: string[] = [];
    for (let stop = 1; stop <= 45; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, troubles } = await focus();
      seen.add(name);
      unseen.push(...troubles.map((trouble) => `stop ${stop}, “${name}”, ${trouble}`));
    }
    expect(unseen).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });

  test.each(kinds)('what is too wide on the page of %s scrolls with the arrow keys', async (_, path) => {
    await page.setViewportSize({ width: 820, height: 900 });
    await page.goto(url(path));
    const scrollers = await page.evaluate(() => {
      const wide = [...document.querySelectorAll('main *')].filter(
        (element) =>
          element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX),
      );
      for (const [index, element] of wide.entries()) element.setAttribute('data-wide', `${index}`);
      return wide.length;
    });
    for (let index = 0; index < Math.min(scrollers, 3); index += 1) {
      const scroller = page.locator(`[data-wide="${index}"]`);
      const stop = (await scroller.getAttribute('tabindex')) === '0' ? scroller : scroller.locator('a').first();
      await stop.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => scroller.evaluate((element) => element.scrollLeft), { timeout: 5000 }).toBeGreaterThan(0);
    }
    if (path === '') expect(scrollers).toBeGreaterThan(0);
  });
});

describe('a long sheet', () => {
  test('keeps its head while the page scrolls', async () => {
    const page = await openWindow(1440);
    await page.goto(url(''));
    const head = page.locator('thead').first();
    expect((await head.locator('th').first().boundingBox())!.y).toBeGreaterThan(100);
    await page.mouse.wheel(0, 1200);
    await page.waitForFunction(() => scrollY >= 1200);
    for (const cell of await head.locator('th').all()) expect((await cell.boundingBox())!.y).toBe(0);
  });

  test('keeps its head and its names while it scrolls in its frame', async () => {
    const page = await openWindow(820);
    await page.goto(url(''));
    await waitForAll(page);
    const stays = await page.evaluate(() => {
      const frame = document.querySelector('.scroll')!;
      frame.scrollTo(200, 500);
      const { top, left } = frame.getBoundingClientRect();
      const head = [...frame.querySelectorAll('thead th')].map((cell) => cell.getBoundingClientRect().top - top);
      const names = [...frame.querySelectorAll('tbody th[scope=row]')].map(
        (cell) => cell.getBoundingClientRect().left - left,
      );
      return { moved: [frame.scrollLeft, frame.scrollTop], head: [...new Set(head)], names: [...new Set(names)] };
    });
    expect(stays).toEqual({ moved: [200, 500], head: [1], names: [1] });
  });
});
