import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What another width, or the dark, can change: the rest is the same page. */
export const BY_WIDTH: readonly string[] = ['scrollable-region-focusable', 'target-size'];
export const BY_COLOUR: readonly string[] = ['color-contrast', 'color-contrast-enhanced'];

/** Runs all accessibility rules, or some, and gives what they found wrong, and how many found something to judge. */
export async function runAxe(
  page: Page,
  rules?: readonly string[],
): Promise<{ readonly violations: readonly string[]; readonly judged: number }> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        ...(only === undefined ? { rules: { 'color-contrast-enhanced': { enabled: true } } } : { runOnly: only }),
      }),
    rules,
  );
  return {
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    judged: passes.length,
  };
}
