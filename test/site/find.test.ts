import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BY_COLOUR, runAxe } from '../support/run-axe.ts';

const { origin, base, executablePath } = inject('site');
const MATRIX = `${origin}${base}`;
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());

/** Opens the matrix at an address in a window of its own, which ends with the test. */
async function open(search = '', options: BrowserContextOptions = DESK): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${MATRIX}${search}`);
  await settle(page);
  return page;
}

/** Waits until all rows have come into the page. */
const settle = (page: Page): Promise<void> => page.locator('body > footer').waitFor();

const names = (page: Page): Promise<string[]> => page.locator('tr[data-words]:visible th a').allInnerTexts();
const said = (page: Page): Promise<string> => page.locator('[data-said]').innerText();
const search = (page: Page): Promise<string> => page.evaluate(() => location.search);
const option = (page: Page, facet: string, id: string) => page.locator(`[data-facet=${facet}] input[value=${id}]`);

/** Whether an element has the focus. */
const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => element === document.activeElement);

describe('with the keyboard alone', () => {
  test('somebody searches, narrows, sorts and goes back', async () => {
    const page = await open();
    const all = await names(page);
    const { keyboard } = page;
    await keyboard.press('/');
    await keyboard.type('hetnzer');
    expect(await names(page)).toEqual(['Hetzner Cloud']);
    await expect.poll(() => page.locator('.find [role=status]').innerText()).toMatch(/^1 of \d+ .*like “hetnzer”$/);
    await expect.poll(() => search(page)).toBe('?q=hetnzer');
    await keyboard.press('Enter');
    expect(await isFocused(page, 'tbody a >> nth=0')).toBe(true);

    await keyboard.press('/');
    await keyboard.press('Backspace');
    expect(await names(page)).toEqual(all);
    // A slash is a letter to whoever is writing.
    await keyboard.type('/');
    expect(await page.inputValue('.query')).toBe('/');
    await keyboard.press('Backspace');

    await page.locator('[data-facet=level] summary').focus();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Escape');
    expect(await isFocused(page, '[data-facet=level] summary')).toBe(true);
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await search(page)).toBe('?level=tested');
    const tested = await names(page);

    await page.locator('th[data-column=name] button').focus();
    for (const order of ['ascending', 'descending', null]) {
      await keyboard.press('Enter');
      expect(await page.locator('th[data-column=name]').getAttribute('aria-sort')).toBe(order);
      expect(await isFocused(page, 'th[data-column=name] button')).toBe(true);
    }
    expect(await names(page)).toEqual(tested);
    await page.locator('.chip').focus();
    await keyboard.press('Enter');
    expect(await names(page)).toEqual(all);
    expect(await isFocused(page, '[data-said]')).toBe(true);
  });

  test('somebody jumps to any page, and nowhere', async () => {
    const page = await open('levels/');
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await page.locator('[role=option]').first().waitFor();
    const field = page.getByRole('combobox');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Meta+k');
    await page.keyboard.type('zzzz');
    expect(await page.locator('[role=option]').count()).toBe(0);
    expect(await page.locator('dialog [role=status]').innerText()).toContain('“zzzz”');
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await field.fill('azure');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const current = page.locator('[role=option][aria-selected=true]');
    expect(await current.count()).toBe(1);
    expect(await field.getAttribute('aria-activedescendant')).toBe(await current.getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${MATRIX}environments/azure/`);
  });
});

describe('the address', () => {
  test('follows what somebody does, leads back to it, and survives a reload', async () => {
    const page = await open();
    const all = await names(page);
    await page.locator('[data-facet=level] summary').click();
    await option(page, 'level', 'tested').check();
    await page.locator('[data-facet=architecture] summary').click();
    expect(await page.locator('details[open]').count()).toBe(1);
    await option(page, 'architecture', 'arm64').check();
    await page.locator('h1').click();
    expect(await page.locator('details[open]').count()).toBe(0);
    await page.locator('th[data-column=evidence] button').click();
    await page.locator('th[data-column=evidence] button').click();
    expect(await search(page)).toBe('?level=tested&architecture=arm64&sort=-evidence');
    expect(await said(page)).toMatch(/^\d+ of \d+ environments, tested, arm64, sorted by evidence seen, reversed/);
    const sorted = await names(page);
    expect(sorted.length).toBeLessThan(all.length);
    // Sorting flattens the groups.
    expect(await page.locator('tr.group:visible').count()).toBe(0);

    await page.reload();
    await settle(page);
    expect(await names(page)).toEqual(sorted);
    expect(await option(page, 'architecture', 'arm64').isChecked()).toBe(true);
    await page.goBack();
    await page.goBack();
    expect(await search(page)).toBe('?level=tested&architecture=arm64');
    expect((await names(page)).toSorted()).toEqual(sorted.toSorted());
    await page.goBack();
    await page.goBack();
    expect(await search(page)).toBe('');
    expect(await names(page)).toEqual(all);
    expect(await option(page, 'level', 'tested').isChecked()).toBe(false);
    await page.goForward();
    expect(await said(page)).toMatch(/, tested$/);
    await page.goto(`${MATRIX}levels/`);
    await page.goBack();
    await settle(page);
    expect(await said(page)).toMatch(/, tested$/);
  });

  test.each([
    '?level=best&architecture=,&sort=--name&q=%20&unowned=no',
    '?%E0%A4%A=%&&&=',
    '?sort=level&sort=name&utm=1',
  ])('with nonsense in it shows the page as it is: %s', async (nonsense) => {
    const [page, plain] = [await open(nonsense), await open(nonsense.includes('sort=level') ? '?sort=level' : '')];
    expect(await names(page)).toEqual(await names(plain));
    expect(await said(page)).toBe(await said(plain));
  });

  test('that attacks is text', async () => {
    const attack = `"'><script>window.hurt=1</script><img src=x onerror=window.hurt=1>`;
    const everywhere = ['q', 'level', 'category', 'architecture', 'sort', 'with', '__proto__'];
    const page = await (await browser.newContext(DESK)).newPage();
    onTestFinished(() => page.context().close());
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const address = new URLSearchParams(everywhere.map((name) => [name, attack])).toString();
    await page.goto(`${MATRIX}?${address}#${encodeURIComponent(attack)}`);
    expect(await said(page)).toContain(`“${attack}”`);
    expect(await page.inputValue('.query')).toBe(attack);
    await page.locator('.chip').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(attack);
    await expect.poll(() => page.locator('dialog [role=status]').innerText()).toContain(attack);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('what is offered', () => {
  test('each option shows as many rows as it says', async () => {
    const page = await open('?cluster-api=yes');
    const options = await page.locator('.facets input').all();
    let judged = 0;
    for (const [index, each] of options.entries()) {
      if (index % 3 > 0 || (await each.isChecked())) continue;
      const promised = Number(await each.locator('xpath=../*[@class="n"]').textContent());
      await each.evaluate((input: HTMLInputElement) => input.click());
      expect((await names(page)).length).toBe(promised);
      await each.evaluate((input: HTMLInputElement) => input.click());
      judged += 1;
    }
    expect(judged).toBeGreaterThan(5);
  });

  test('nothing found says what to change, and where to add what is missing', async () => {
    const page = await open('?q=hetzner&level=unknown');
    expect(await names(page)).toEqual([]);
    const ways = await page.locator('.empty li').allInnerTexts();
    expect(ways[0]).toMatch(/^Without “hetzner” shows \d+$/);
    expect(await page.locator('.empty a').getAttribute('href')).toMatch(/^\/.*(#add|add\/)$/);
    await page.getByRole('button', { name: 'Without unknown' }).click();
    expect(await names(page)).toEqual(['Hetzner Cloud']);
    expect(await search(page)).toBe('?q=hetzner');
    await page.goBack();
    await page.getByRole('button', { name: 'Clear all' }).click();
    expect(await search(page)).toBe('');
  });

  test('rows are chosen to be compared, six at most', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Compare …' }).click();
    const boxes = page.locator('.pick');
    for (const index of [0, 1, 2, 3, 4, 5]) await boxes.nth(index).check();
    expect(await boxes.nth(6).isDisabled()).toBe(true);
    await boxes.nth(5).uncheck();
    // What is chosen stays so while the rows are narrowed.
    await page.fill('.query', 'azure');
    await page.locator('.pick:visible').first().check();
    const link = page.getByRole('link', { name: 'Compare 6 environments' });
    expect(await link.getAttribute('href')).toMatch(/compare\/\?with=[a-z0-9-]+(,[a-z0-9-]+){5}$/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await boxes.count()).toBe(0);
  });
});

test('a large table keeps a part of its rows in the page, and finds them all', async () => {
  const context = await browser.newContext(DESK);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(MATRIX, async (route) => {
    const html = await (await route.fetch()).text();
    const [row = ''] = /<tr data-words="hetzner.*?<\/tr>/s.exec(html) ?? [];
    const many = Array.from({ length: 700 }, (_, index) => row.replace('data-words="', `data-words="copy${index} `));
    await route.fulfill({ body: html.replace(row, many.join('')), contentType: 'text/html' });
  });
  await page.goto(MATRIX);
  await settle(page);
  expect((await names(page)).length).toBeLessThan(100);
  await page.getByRole('button', { name: 'more' }).click();
  expect((await names(page)).length).toBeGreaterThan(100);
  await page.fill('.query', 'copy699');
  expect(await names(page)).toEqual(['Hetzner Cloud']);
  await page.fill('.query', 'copy');
  await page.getByRole('button', { name: 'Show all' }).click();
  expect((await names(page)).length).toBe(700);
});

describe('without scripts', () => {
  test('every row is there, whatever the address says, and no control that does nothing', async () => {
    const page = await open('?level=full&q=zzz', { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('tr[data-words]:visible').count()).toBe(await page.locator('tr[data-words]').count());
    expect(await page.locator('button:visible, input:visible, select:visible, summary:visible').count()).toBe(0);
  });
});

describe('on a phone', () => {
  test('filters open with a touch, rows sort, and a card says all that its row says', async () => {
    const page = await open('', PHONE);
    expect(await page.locator('.facets').isVisible()).toBe(false);
    await page.locator('.more').tap();
    await page.locator('[data-facet=level] summary').tap();
    await page.locator('[data-facet=level] label', { hasText: 'Tested' }).tap();
    await page.locator('[data-facet=unowned]').tap();
    await page.getByLabel('Sort by').selectOption('-name');
    expect(await search(page)).toBe('?level=tested&unowned=yes&sort=-name');
    const sorted = await names(page);
    expect(sorted).toEqual(sorted.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? 1 : -1)));
    await page.locator('.more').tap();
    const cells = await page.locator('tr[data-words]:visible').first().locator('th, td').all();
    for (const cell of cells) expect(await cell.isVisible()).toBe(true);
    expect(cells.length).toBe(await page.locator('thead th').count());
    const small = await page
      .locator('.find :is(input, button, summary, select):visible, .cards a:visible')
      .evaluateAll((all) =>
        all
          .filter((each) => each.closest('table') === null && each.getBoundingClientRect().height < 24)
          .map((each) => each.outerHTML),
      );
    expect(small).toEqual([]);
  });
});

describe('for readers who see or move otherwise', () => {
  test('text of twice the size fits on a desk and on a phone', async () => {
    const large = await launchBrowser(executablePath, ['--blink-settings=defaultFontSize=32']);
    onTestFinished(() => large.close());
    for (const options of [DESK, PHONE]) {
      const page = await (await large.newContext(options)).newPage();
      await page.goto(`${MATRIX}?level=tested,works&architecture=arm64&q=o&sort=-evidence`);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      await page.locator('.more').click();
      await page.locator('[data-facet=category] summary').click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      const cut = await page.locator('.find :is(button, label, summary, input):visible').evaluateAll((all) =>
        all
          .filter((each) => {
            const { left, right } = each.getBoundingClientRect();
            return left < 0 || right > innerWidth || each.scrollWidth > each.clientWidth + 1;
          })
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      expect(cut).toEqual([]);
    }
  });

  test('nothing moves, and nothing jumps', async () => {
    const page = await open('', { ...DESK, reducedMotion: 'reduce' });
    await page.locator('[data-facet=level] summary').click();
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
            resolve(entries.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0));
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(0), 300);
        }),
    );
    expect(shifts).toBe(0);
  });

  test('what is chosen shows where colours are the reader’s own', async () => {
    const page = await open('?level=tested', { ...DESK, forcedColors: 'active' });
    await page.keyboard.press('Control+k');
    await page.locator('[role=option]').first().waitFor();
    const outline = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(await outline('[role=option][aria-selected=true]')).not.toBe('none');
    expect(await outline('[role=option][aria-selected=false]')).toBe('none');
    expect(await outline('.facet.on > summary')).not.toBe('none');
  });

  test('what is printed is what is shown, without the controls', async () => {
    const page = await open('?level=tested');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar, .comparing, command-palette').filter({ visible: true }).count()).toBe(0);
    expect(await said(page)).toMatch(/, tested$/);
    const [all, some] = [await open(), page];
    const [long, short] = [await all.pdf({ preferCSSPageSize: true }), await some.pdf({ preferCSSPageSize: true })];
    const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages(short)).toBeLessThan(pages(long));
  });
});

/** Every state in turn, of a page that has few rows: the rows are judged elsewhere. */
const STATES: readonly (readonly [search: string, reach?: (page: Page) => Promise<unknown>])[] = [
  ['?q=stack&level=tested', (page) => page.locator('[data-facet=category] summary').click()],
  ['?q=o&level=tested,works&architecture=arm64&unowned=yes&sort=-evidence'],
  ['?q=hetzner&level=unknown'],
  [
    '?q=azure',
    async (page) => {
      await page.getByRole('button', { name: 'Compare …' }).click();
      await page.locator('.pick').first().check();
    },
  ],
  [
    '?q=azure',
    async (page) => {
      await page.locator('command-palette button').click();
      await page.getByRole('combobox', { name: 'Go to' }).fill('azure');
    },
  ],
];

test.each([
  ['light', 1440, undefined],
  ['light', 390, undefined],
  ['dark', 1440, BY_COLOUR],
] as const)('every state is accessible, %s, %i px wide', async (colorScheme, width, rules) => {
  const page = await open('', { viewport: { width, height: 900 }, colorScheme });
  for (const [address, reach] of STATES) {
    await page.goto(`${MATRIX}${address}`);
    if (width < 768) await page.locator('.more').click();
    await reach?.(page);
    expect([address, ...(await runAxe(page, rules)).violations]).toEqual([address]);
  }
});
