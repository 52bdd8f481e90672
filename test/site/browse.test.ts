import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { runAxe } from '../support/run-axe.ts';

const { origin, base, executablePath } = inject('site');
const { dataset, asOf } = await loadSite('data');
const names = new Map(dataset.environments.map(({ id, value }) => [id, value.name]));
const url = (path: string): string => `${origin}${base}${path}`;

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());

/** Opens a window whose complaints are kept. */
async function openWindow(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints };
}

const { page, complaints } = await openWindow();
const said = (): Promise<string> => page.locator('main [role=status]').first().innerText();
const search = async (): Promise<string> => decodeURIComponent(await page.evaluate(() => location.search));
const heads = (): Promise<string[]> => page.locator('.compare thead a').allInnerTexts();

/** Waits until what the page says fits. */
const hears = (pattern: RegExp): Promise<void> => expect.poll(said).toMatch(pattern);

const STATES = [
  ['two compared', 'compare/?with=aws-ec2,hetzner'],
  ['six compared', 'compare/?with=aws-ec2,azure,gcp,hetzner,openstack,digitalocean'],
  ['one to compare', 'compare/?with=aws-ec2'],
  ['a past day', 'as-of/?on=2023-01-01'],
  ['changes that were found', 'changes/?category=public-cloud&direction=raised'],
  ['no change', 'changes/?q=nothing+like+this'],
] as const;

describe('each state', () => {
  test.each(STATES)(
    '%s: without complaints, accessible, never wider than the screen, printed whole',
    async (_, path) => {
      complaints.length = 0;
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(url(path), { waitUntil: 'networkidle' });
      await hears(/\d|Add one|No change/);
      expect((await runAxe(page)).violations).toEqual([]);
      for (const width of [360, 820]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.setViewportSize({ width: 1047, height: 900 });
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > innerWidth)
            .length,
      );
      await page.emulateMedia({ media: null });
      expect([cut, complaints]).toEqual([0, []]);
    },
  );
});

describe('whatever the address says', () => {
  const HOSTILE = encodeURIComponent(`"><script>alert(1)</script><img src=x onerror=alert(1)>`);
  test.each([
    ['compare/?with=', HOSTILE],
    ['compare/?with=', `aws-ec2,${HOSTILE},hetzner`],
    ['compare/?with=', '__proto__,constructor,,,%00,%F0%9F%92%A9'],
    ['as-of/?on=', HOSTILE],
    ['as-of/?on=', '2023-02-31'],
    ['as-of/?on=', '9999-99-99'],
    ['changes/?q=', HOSTILE],
    ['changes/?category=', `${HOSTILE}&direction=__proto__`],
  ])('%s%s is only text', async (path, value) => {
    complaints.length = 0;
    await page.goto(url(path + value), { waitUntil: 'networkidle' });
    await hears(/.{6}/);
    expect(await page.locator('main :is(script, img)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a day before the first one, or after the last, is the nearest there is', async () => {
    await page.goto(url('as-of/?on=1999-01-01'));
    await hears(/begins on/);
    await page.goto(url('as-of/?on=2999-01-01'));
    await hears(new RegExp(`ends on ${asOf}`));
    expect(await page.locator('main input').inputValue()).toBe(asOf);
  });
});

describe('comparing', () => {
  test('goes with the keyboard alone: names are typed, and taken out again', async () => {
    await page.goto(url('compare/'));
    const input = page.getByRole('combobox');
    await input.focus();
    for (const name of ['hetzner', 'EC2', 'Azure Sta']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect.poll(() => input.inputValue()).toBe('');
    }
    await expect.poll(search).toBe('?with=hetzner,aws-ec2,azure-stack-hub');
    await hears(/^3 environments differ in \d+ of \d+ facts\.$/);
    expect(await heads()).toEqual(['hetzner', 'aws-ec2', 'azure-stack-hub'].map((id) => names.get(id)));
    const chips = page.locator('[data-chosen] button');
    await chips.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect.poll(search).toBe('?with=hetzner,azure-stack-hub');
    await expect.poll(() => chips.nth(1).evaluate((chip) => chip === document.activeElement)).toBe(true);
  });

  test('back, forward and reload lead to what was shown', async () => {
    await page.goto(url('compare/?with=aws-ec2'));
    await page.locator('[data-offers] button').first().click();
    await hears(/^2 environments/);
    const both = await search();
    await page.reload();
    await hears(/^2 environments/);
    await page.goBack();
    await hears(/^Add one/);
    expect(await search()).toBe('?with=aws-ec2');
    await page.goForward();
    await hears(/^2 environments/);
    expect(await search()).toBe(both);
  });

  test('differences stand first, what is the same is folded, and every fact is in one of both', async () => {
    await page.goto(url('compare/?with=aws-ec2,azure'));
    await hears(/^2 environments/);
    const rows = await page
      .locator('.compare tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)));
    expect(rows.length).toBeGreaterThan(0);
    for (const [left, right] of rows) expect(left).not.toBe(right);
    expect(await page.locator('.same').evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(false);
    const all = Number(/of (\d+)/.exec(await said())![1]);
    expect(rows.length + (await page.locator('.same dt').count())).toBe(all);
  });

  test('an old name leads to the new one, and what there is not is said', async () => {
    await page.goto(url('compare/?with=hcloud,nowhere,aws-ec2'));
    await hears(/^There is no environment “nowhere”\. 2 environments/);
    expect(await heads()).toEqual([names.get('hetzner'), names.get('aws-ec2')]);
  });

  test('on a phone a touch adds and takes out', async () => {
    const { page: phone } = await openWindow({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.goto(url('compare/?with=aws-ec2'));
    await phone.locator('[data-offers] button').first().tap();
    await expect.poll(() => phone.locator('[data-chosen] button').count()).toBe(2);
    await phone.locator('[data-chosen] button').first().tap();
    await expect.poll(() => phone.locator('[data-chosen] button').count()).toBe(1);
    await phone.context().close();
  });

  test('where the facts cannot be loaded it says so, and tries again', async () => {
    await page.route('**/facts.json', (route) => route.abort());
    await page.goto(url('compare/?with=aws-ec2,azure'));
    await hears(/could not be loaded/);
    await page.unroute('**/facts.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await hears(/^2 environments/);
  });
});

describe('a past day', () => {
  test('is stepped to from change to change with the keyboard, and the way back leads back', async () => {
    await page.goto(url('as-of/'));
    const days: string[] = [];
    await page.getByRole('button', { name: 'Previous change' }).focus();
    for (let step = 0; step < 3; step += 1) {
      const before = await search();
      await page.keyboard.press('Enter');
      await expect.poll(search).not.toBe(before);
      days.push(await search());
    }
    const changes = new Set(dataset.environments.flatMap(({ value }) => value.history.map(({ on }) => on)));
    expect(days.map((day) => changes.has(day.slice(4)))).toEqual([true, true, true]);
    expect(days.toSorted().toReversed()).toEqual(days);
    await page.goBack();
    await expect.poll(search).toBe(days[1]);
    await hears(new RegExp(days[1]!.slice(4)));
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect.poll(search).toBe(days[0]);
  });

  test('shows then and now of everything that was listed', async () => {
    const day = '2021-05-01';
    await page.goto(url(`as-of/?on=${day}`));
    await hears(/listed/);
    const listed = dataset.environments.filter(
      ({ value }) => value.history[0]!.on <= day && !(value.lifecycle === 'retired' && value.since! <= day),
    );
    const moved = listed.filter(({ value }) => value.history.findLast(({ on }) => on <= day)!.level !== value.level);
    expect(await page.locator('.past tbody tr:not(.group)').count()).toBe(listed.length);
    expect(await page.locator('.past .moved').count()).toBe(moved.length);
    expect(moved.length).toBeGreaterThan(5);
  });

  test('is chosen as a date, and left for the years', async () => {
    await page.goto(url('as-of/'));
    await page.locator('main input').fill('2024-02-29');
    await hears(/2024-02-29/);
    expect(await search()).toBe('?on=2024-02-29');
    expect(await page.locator('[data-plain]').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Year by year' }).click();
    await expect.poll(() => page.locator('[data-plain]').isVisible()).toBe(true);
    expect(await search()).toBe('');
    await page.locator('.years thead a', { hasText: '2022' }).click();
    await hears(/2022-12-31/);
  });
});

describe('the changes', () => {
  const shown = (): Promise<number> => page.locator('.changes li:visible').count();

  test('are narrowed by boxes and words; back, forward and reload keep what was shown', async () => {
    await page.goto(url('changes/'));
    const all = await shown();
    await page.getByRole('checkbox', { name: 'Raised' }).check();
    await expect.poll(search).toBe('?direction=raised');
    const raised = await shown();
    expect(raised).toBeLessThan(all);
    expect(await page.locator('.changes li:visible:not(.raised)').count()).toBe(0);
    await page.getByRole('searchbox').fill('tests run');
    await expect.poll(search).toBe('?q=tests+run&direction=raised');
    const found = await shown();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(raised);
    await page.reload();
    expect(await shown()).toBe(found);
    expect(await said()).toContain(`${found} of ${all}`);
    await page.goBack();
    expect(await shown()).toBe(all);
    await page.goForward();
    expect(await shown()).toBe(found);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shown()).toBe(all);
    expect(await search()).toBe('');
  });
});

describe('without scripts', async () => {
  const { page: plain } = await openWindow({ javaScriptEnabled: false });
  const links = (from: Page, selector: string): Promise<string[]> =>
    from
      .locator(selector)
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname.split('/').at(-2)!));
  const ids = dataset.environments.map(({ id }) => id).toSorted();

  test.each([
    ['compare/', '.all-facts tbody th a'],
    ['as-of/', '.years tbody th a'],
  ])('%s lists every environment, and offers nothing that needs them', async (path, selector) => {
    await plain.goto(url(path));
    expect((await links(plain, selector)).toSorted()).toEqual(ids);
    expect(await plain.locator('main :is(input, button):visible').count()).toBe(0);
  });

  test('every change is listed', async () => {
    await plain.goto(url('changes/'));
    const changes = [...dataset.environments, ...dataset.providers].flatMap(({ value }) => [...value.history]);
    expect(await plain.locator('.changes li').count()).toBe(changes.length);
    expect(await plain.locator('main :is(input, button):visible').count()).toBe(0);
  });
});
