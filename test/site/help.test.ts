import { afterAll, describe, expect, inject, test } from 'vitest';
import { buildMaintainers } from '../../src/matrix/maintainers.ts';
import { buildNeeds } from '../../src/matrix/needs.ts';
import { findDrift } from '../../src/rules/drift.ts';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { runAxe } from '../support/run-axe.ts';

const { origin, base, executablePath } = inject('site');
const { dataset, asOf } = await loadSite('data');
const needs = buildNeeds(dataset, asOf, findDrift(dataset, { asOf }));
const { repository } = dataset.matrix.value;
const url = (path: string): string => `${origin}${base}${path}`;

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
await context.grantPermissions(['clipboard-read', 'clipboard-write']);
const page = await context.newPage();

/** The pages of the entries that the page lists as needing something. */
const listed = (): Promise<string[]> =>
  page
    .locator('.needs .name')
    .evaluateAll(
      (all, root) => all.map((each) => (each as HTMLAnchorElement).pathname.slice(root.length)).toSorted(),
      base,
    );
/** The pages of the entries that need something, each as often as it does. */
const pagesOf = (list: typeof needs): readonly string[] => list.map(({ entry }) => entry.page).toSorted();

describe('what is needed', () => {
  test('is listed completely, kind by kind, what helps most first', async () => {
    await page.goto(url('needs-you/'));
    expect(await listed()).toEqual(pagesOf(needs));
    const kinds = await page.locator('main section:has(.needs) h2').evaluateAll((all) => all.map(({ id }) => id));
    expect(kinds).toEqual(
      ['drift', 'maintainer', 'step', 'stale', 'missing'].filter((kind) => needs.some((need) => need.kind === kind)),
    );
    for (const kind of kinds) {
      const [first] = await page.locator(`section:has(> #${kind}) .name`).allInnerTexts();
      expect(first).toBe(needs.find((need) => need.kind === kind)!.entry.name);
    }
  });

  test('leads to the file of each entry, where it can be edited', async () => {
    const hrefs = await page
      .locator('.needs small a:last-child')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    const files = new Set(
      needs.map(
        ({ entry }) => `https://github.com/${repository}/edit/${dataset.matrix.value.branch}/data/${entry.file}`,
      ),
    );
    expect(new Set(hrefs)).toEqual(files);
  });
});

describe('every maintainer', () => {
  const { handles } = buildMaintainers(dataset);
  test.each([...handles])(
    '%s has a page with all that they answer for, and what it needs',
    async (path, { entries }) => {
      await page.goto(url(`maintainers/${path}/`));
      const links = await page
        .locator('.entries')
        .first()
        .locator('a')
        .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
      expect(links).toEqual(entries.map((entry) => base + entry.page));
      const own = needs.filter(({ entry }) => entries.some(({ file }) => file === entry.file));
      expect(await listed()).toEqual(pagesOf(own));
    },
  );

  test('is found from the page of what they answer for, and their account beside it', async () => {
    const [path, { entries }] = [...handles][0]!;
    await page.goto(url(entries[0]!.page));
    await page.locator(`.answer a[href="${base}maintainers/${path}/"]`).click();
    await page.waitForURL(url(`maintainers/${path}/`));
    expect(await page.getByRole('link', { name: 'On GitHub' }).getAttribute('href')).toContain('https://github.com/');
  });
});

describe('adopting', () => {
  const alone = dataset.environments.find(
    ({ value }) => value.maintainers.length === 0 && value.lifecycle === 'active',
  )!;

  test('is one line to copy, a file to edit, or a form that is filled in', async () => {
    await page.goto(url(`environments/${alone.id}/`));
    const adopt = page.locator('section:has(> #adopt)');
    await adopt.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => adopt.getByRole('status').innerText()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('maintainers: ["@you"]');
    const hrefs = await adopt.locator('a').evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(hrefs[0]).toContain(`/edit/main/data/environments/${alone.category}/${alone.id}.yaml`);
    const form = new URL(hrefs[1]!);
    expect(form.pathname).toBe(`/${repository}/issues/new`);
    expect(Object.fromEntries(form.searchParams)).toMatchObject({ template: 'adopt.yml', environment: alone.id });
  });

  test('lines get the day of the reader where one is to be written', async () => {
    await page.goto(url('needs-you/'));
    const block = page.locator('copy-code', { hasText: 'YYYY-MM-DD' }).first();
    const shown = await block.locator('code').innerText();
    await block.getByRole('button').click();
    await expect.poll(() => block.getByRole('status').innerText()).toBe('Copied');
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.replaceAll('YYYY-MM-DD', today));
  });

  test('where the browser refuses to copy, the lines are marked instead', async () => {
    const other = await context.newPage();
    await other.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await other.goto(url(`environments/${alone.id}/`));
    await other.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => other.evaluate(() => getSelection()!.toString())).toBe('maintainers: ["@you"]');
    await other.close();
  });
});

describe('reporting a problem', () => {
  test.each([
    [
      'an environment',
      'environments/hetzner/',
      'hetzner',
      ['level', 'architectures.amd64', 'maintainers', 'evidence.0', 'caveats.0', 'history', 'documentation'],
    ],
    [
      'a provider',
      'providers/capa/',
      'provider capa',
      ['stages.image', 'caveats.0', 'history', 'repository', 'selection'],
    ],
  ])('leads from each field of %s to a form that is filled in', async (_, path, environment, fields) => {
    await page.goto(url(path));
    const forms = await page
      .locator('.wrong a')
      .evaluateAll((all) =>
        all.map((each) => Object.fromEntries(new URL((each as HTMLAnchorElement).href).searchParams)),
      );
    expect(forms.map(({ field }) => field)).toEqual(expect.arrayContaining(fields));
    for (const form of forms) {
      expect(form).toMatchObject({ template: 'wrong.yml', environment, build: asOf });
      expect(form.value!.length).toBeGreaterThan(0);
    }
  });

  test('is one stop of the keyboard away, and out of the way until then', async () => {
    await page.goto(url('environments/hetzner/'));
    const first = page.locator('.wrong').first();
    expect(await first.locator('a').first().isVisible()).toBe(false);
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Level');
    await page.locator('.wrong').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect((await runAxe(page)).violations).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
