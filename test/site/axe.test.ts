import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';

const { origin, base, executablePath } = inject('site');
const kinds = pageKinds((await loadSite('data')).dataset);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());

/** Opens a page, an old address without the leading away, which would end every look at it. */
async function open(page: Page, path: string): Promise<void> {
  const url = `${origin}${base}${path}`;
  const html = await (await fetch(url)).text();
  const refresh = /<meta http-equiv="refresh"[^>]*>/;
  await (refresh.test(html) ? page.setContent(html.replace(refresh, '')) : page.goto(url));
}

/** Runs all rules, or some, and gives what they found wrong, and how many found something to judge. */
async function judge(page: Page, rules: readonly string[] | undefined) {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        ...(only === undefined ? {} : { runOnly: only }),
      }),
    rules,
  );
  return {
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    judged: passes.length,
  };
}

/** What another width, or the dark, can change: the rest is the same page. */
const BY_WIDTH = ['scrollable-region-focusable', 'target-size'];
const BY_COLOUR = ['color-contrast'];

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
    const { violations, judged } = await judge(page, rules);
    expect(violations).toEqual([]);
    expect(judged).toBeGreaterThanOrEqual(rules === undefined ? 15 : rules === BY_COLOUR ? 1 : 0);
  });
});
