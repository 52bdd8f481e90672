import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { runAxe } from '../support/run-axe.ts';

const { origin, base, executablePath } = inject('site');
const { dataset } = await loadSite('data');
const { repository, branch, categories } = dataset.matrix.value;
const address = `${origin}${base}add/`;

const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());
let page: Page = await browser.newPage();
const complaints: string[] = [];
beforeEach(async () => {
  complaints.length = 0;
  await page.context().close();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await says(/^Fill in the form/);
});

/** Waits until the page says something about the draft. */
async function says(words: RegExp): Promise<void> {
  await page.locator('add-entry [role=status]').filter({ hasText: words }).waitFor();
}

async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name=${name}]:not(:disabled)`).first();
    const isList = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT';
    await (isList ? field.selectOption(value) : field.fill(value));
  }
}

/** Loads the page again with a validator that answers late, and counts its answers. */
async function slowDown(): Promise<void> {
  await page.addInitScript(() => {
    const SlowWorker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', () => Reflect.set(globalThis, 'answers', countAnswers() + 1));
      }
      override postMessage(message: unknown): void {
        setTimeout(() => super.postMessage(message), 400);
      }
    };
    const countAnswers = (): number => Number(Reflect.get(globalThis, 'answers') ?? 0);
    Object.assign(globalThis, { Worker: SlowWorker });
  });
  await page.reload();
  await says(/^Fill in the form/);
}

const text = (): Promise<string> =>
  page.locator('.cm-content').evaluate((content) => (content as HTMLElement).innerText);
const send = (): Promise<URL> =>
  page
    .locator('[data-send]')
    .evaluate((link) => (link as HTMLAnchorElement).href)
    .then((href) => new URL(href));

const GOOD = {
  name: 'Nowhere Cloud',
  category: categories[0]!.id,
  evidence: 'https://docs.nowhere.example/',
  'evidence-kind': 'documentation',
};

describe('adding an environment', () => {
  test('the form writes the file, the validator judges it, and GitHub gets it filled in', async () => {
    await fill({ ...GOOD, maintainers: 'octocat' });
    await expect
      .poll(() => page.locator('[data-findings] li').allInnerTexts())
      .toEqual([expect.stringMatching(/octocat.*handle/s)]);
    await says(/^1 error/);
    expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['octocat']);
    await fill({ maintainers: '@octocat' });
    await says(/^Ready to send/);
    const link = await send();
    expect(link.href).toContain(`https://github.com/${repository}/new/${branch}?`);
    expect(link.searchParams.get('filename')).toBe(`data/environments/${categories[0]!.id}/nowhere-cloud.yaml`);
    expect(link.searchParams.get('value')).toMatch(/^name: Nowhere Cloud$/m);
    await page.getByRole('button', { name: 'Copy' }).click();
    await says(/^Copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link.searchParams.get('value'));
    expect(complaints).toEqual([]);
  });

  test('nothing that is typed is lost where the validator is slow', async () => {
    await slowDown();
    await fill(GOOD);
    // As soon as something is written, it is about to be judged: whoever types on just then is quicker than the judgement.
    await page.evaluate(async () => {
      const editor = document.querySelector('[data-editor]')!.shadowRoot!;
      while (!editor.textContent.includes('docs.nowhere.example'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      const field = document.querySelector<HTMLInputElement>('[name=maintainers]:enabled')!;
      field.value = '@octocat';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator('.cm-content').filter({ hasText: '@octocat' }).waitFor({ timeout: 5000 });
    await says(/^Ready to send/);
  });

  test('whoever leaves before the form has written finds all of it again', async () => {
    await slowDown();
    await fill(GOOD);
    await page.reload();
    expect(await page.locator('[name=evidence]').first().inputValue()).toBe(GOOD.evidence);
    await page.locator('.cm-content').filter({ hasText: GOOD.evidence }).waitFor();
  });

  test('whoever leaves at once after typing in the file finds all of it again', async () => {
    await page.locator('.cm-content').click();
    await page.keyboard.insertText('name: Nowhere');
    await page.reload();
    await says(/error/);
    expect(await text()).toBe('name: Nowhere');
  });

  test('the form does not write over what is typed in the file meanwhile', async () => {
    await slowDown();
    await fill({ name: GOOD.name });
    await page.locator('.cm-content').click();
    await page.keyboard.type('# mine');
    await page.locator('[data-by-hand]').waitFor();
    await says(/error/);
    expect(await text()).toBe('# mine');
  });

  test('the form stays empty where it is cleared while it writes', async () => {
    await slowDown();
    await fill({ name: GOOD.name });
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'answers') as number)).toBe(1);
    expect((await text()).trim()).toBe('');
    await says(/^Fill in/);
  });

  test('what was typed survives a reload, in the fields and in the file', async () => {
    await fill(GOOD);
    await page.locator('[name^=architectures]').first().check();
    await expect.poll(text).toMatch(/architectures: .*documentation/s);
    await says(/^Ready/);
    const before = await text();
    await page.reload();
    await says(/^Ready/);
    expect(await text()).toBe(before);
    expect(await page.locator('[name=name]').first().inputValue()).toBe(GOOD.name);
    expect(await page.locator('[name^=architectures]').first().isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Start over' }).click();
    await says(/^Fill in/);
    expect((await text()).trim()).toBe('');
  });

  test('what somebody writes by hand is judged, and not overwritten by the form', async () => {
    await fill(GOOD);
    await says(/^Ready/);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('levle: works\n');
    // What is sent is what is there, judged or not.
    expect((await send()).searchParams.get('value')).toContain('levle: works');
    await says(/^1 error/);
    await page.getByRole('button', { name: /^line \d+$/ }).click();
    await page.keyboard.type('# ');
    await says(/^Ready/);
    await fill({ vendor: 'Nowhere' });
    expect(await text()).toContain('# levle: works');
    await page.getByRole('button', { name: 'Write it anew' }).click();
    await expect.poll(text).toContain('vendor: Nowhere');
    expect(await text()).not.toContain('levle');
  });

  test('a name that is taken, and a file that is there, are told', async () => {
    const [known] = dataset.environments;
    await fill({ ...GOOD, name: known!.value.name, id: 'another' });
    await expect.poll(() => page.locator('[data-findings] a.rule').allInnerTexts()).toEqual(['duplicate-name']);
    await fill({ id: known!.id, category: known!.category });
    await says(/^Ready/);
    expect((await send()).pathname).toBe(
      `/${repository}/edit/${branch}/data/environments/${known!.category}/${known!.id}.yaml`,
    );
    expect(await page.locator('[data-known]').isVisible()).toBe(true);
  });

  test('a pasted entry of any kind is judged', async () => {
    const [provider] = dataset.providers;
    await fill({ kind: 'provider', id: provider!.id });
    await says(/error/);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    const text = await readFile(provider!.source.path, 'utf8');
    await page.keyboard.insertText(text.replace('role: ', 'roles: '));
    await says(/^1 error/);
    const rules = await page.locator('[data-findings] [data-severity=error] a.rule').allInnerTexts();
    expect(rules).toEqual(['unknown-key']);
  });

  test('hostile words stay words, and nonsense that was kept is no obstacle', async () => {
    const hostile = '</script><img src=x onerror=alert(1)> "}\\n- *x';
    await fill({ ...GOOD, name: hostile, id: '../../x' });
    await says(/error/);
    expect(await page.locator('img').count()).toBe(0);
    await page.evaluate(() =>
      localStorage.setItem(`draft ${location.pathname}`, '{"fields":{"name":5,"x\\"]":"y"},"text":[]}'),
    );
    await page.goto(address);
    await says(/^Fill in/);
    expect(complaints).toEqual([]);
  });

  test('nothing is in the way of people who use no mouse, or a screen reader', async () => {
    await fill({ ...GOOD, maintainers: 'octocat' });
    await says(/^1 error/);
    expect((await runAxe(page)).violations).toEqual([]);
    // The editor lets the Tab key lead on.
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^line \d+$/);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await runAxe(page)).violations).toEqual([]);
  });
});
