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

/** Runs all rules, or some, and gives what they found wrong, and how many found something to judge. */
async function judge(page: Page, path: string, rules?: readonly string[]) {
  await page.goto(`${origin}${base}${path}`);
  await page.evaluate(AXE);
  const results = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        ...(only === undefined ? {} : { runOnly: only }),
      }),
    rules,
  );
  return {
    violations: results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    judged: results.passes.length,
  };
}

describe.each([
  ['light', 1440],
  ['light', 820],
  ['light', 390],
  ['dark', 1440],
] as const)('accessibility, %s, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();

  test.each(kinds)('%s', async (_, path) => {
    // The dark colours are all that is different in the dark.
    const { violations, judged } = await judge(page, path, colorScheme === 'dark' ? ['color-contrast'] : undefined);
    expect(violations).toEqual([]);
    expect(judged).toBeGreaterThanOrEqual(colorScheme === 'dark' ? 1 : 15);
  });
});
