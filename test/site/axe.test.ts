import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { BY_COLOUR, BY_WIDTH, runAxe } from '../support/run-axe.ts';

const { origin, base, executablePath } = inject('site');
const kinds = pageKinds((await loadSite('data')).dataset);

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());

/** Opens a page, an old address without the leading away, which would end every look at it. */
async function open(page: Page, path: string): Promise<void> {
  const url = `${origin}${base}${path}`;
  const html = await (await fetch(url)).text();
  const refresh = /<meta http-equiv="refresh"[^>]*>/;
  await (refresh.test(html) ? page.setContent(html.replace(refresh, '')) : page.goto(url));
}

describe.each([
  ['light', 1440, undefined],
  ['light', 390, undefined],
  ['light', 820, BY_WIDTH],
  ['dark', 1440, BY_COLOUR],
  ['dark', 390, BY_COLOUR],
] as const)('accessibility, %s, %i px wide', async (colorScheme, width, rules) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();

  test.each(kinds)('%s', async (_, path) => {
    await open(page, path);
    const { violations, judged } = await runAxe(page, rules);
    expect(violations).toEqual([]);
    expect(judged).toBeGreaterThanOrEqual(rules === undefined ? 15 : rules === BY_COLOUR ? 1 : 0);
  });
});
