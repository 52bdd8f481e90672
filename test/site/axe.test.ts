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

/** Each look of a page, with the rules that look at what the ones before it did not show; without any, all rules. */
const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'light', width: 820, rules: BY_WIDTH },
  { colorScheme: 'dark', width: 1440, rules: BY_COLOUR },
] as const;

describe('accessibility', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();

  test.each(kinds)('%s', async (_, path) => {
    await open(page, path);
    for (const { colorScheme, width, rules } of LOOKS.map((look) => ({ rules: undefined, ...look }))) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations, judged } = await runAxe(page, rules);
      expect({ colorScheme, width, violations }).toEqual({ colorScheme, width, violations: [] });
      expect(judged).toBeGreaterThanOrEqual(rules === undefined ? 15 : rules === BY_COLOUR ? 1 : 0);
    }
  });
});
