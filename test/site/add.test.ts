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

/** Waits until the file says all that the form does. */
async function becomesWritten(): Promise<void> {
  const kept = (): string | null => localStorage.getItem(`draft ${location.pathname}`);
  await expect.poll(() => page.evaluate(kept)).toContain('"isBehind":false');
}

/** Loads the page again, and from then on, with a validator that gets nothing until it is let go. */
async function holdValidator(): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isHeld = true;
    addEventListener('hold', () => (isHeld = true));
    addEventListener('let-go', () => {
      isHeld = false;
      for (const post of held.splice(0)) post();
    });
    const HeldWorker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', () => dispatchEvent(new Event('answer')));
      }
      override postMessage(message: unknown): void {
        if (isHeld) held.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    };
    Object.assign(globalThis, { Worker: HeldWorker });
  });
  await page.reload();
  await says(/^Fill in the form/);
}

/** Lets the validator have what it did not get yet, and waits for its first answer. */
const letGo = (): Promise<unknown> =>
  page.evaluate(() => {
    const answer = new Promise((resolve) => addEventListener('answer', resolve, { once: true }));
    dispatchEvent(new Event('let-go'));
    return answer.then(() => undefined);
  });

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
/** What is said of a maintainer without the @. */
const BAD_HANDLE: unknown = expect.stringMatching(/octocat.*handle/s);

describe('adding an environment', () => {
  test('the form writes the file, the validator judges it, and GitHub gets it filled in', async () => {
    await fill({ ...GOOD, maintainers: 'octocat' });
    await expect.poll(() => page.locator('[data-findings] li').allInnerTexts()).toEqual([BAD_HANDLE]);
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
    await holdValidator();
    await fill(GOOD);
    // As soon as something is written, it is about to be judged: whoever types on just then is quicker than the judgement.
    await page.evaluate(async () => {
      const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
      const editor = document.querySelector('[data-editor]')!.shadowRoot!;
      dispatchEvent(new Event('let-go'));
      while (!editor.textContent.includes('docs.nowhere.example')) await pause(5);
      dispatchEvent(new Event('hold'));
      const field = document.querySelector<HTMLInputElement>('[name=maintainers]:enabled')!;
      field.value = '@octocat';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await pause(300);
      dispatchEvent(new Event('let-go'));
    });
    await page.locator('.cm-content').filter({ hasText: '@octocat' }).waitFor();
    await says(/^Ready to send/);
  });

  test('whoever leaves before the form has written finds all of it again', async () => {
    await holdValidator();
    await fill(GOOD);
    await page.reload();
    expect(await page.locator('[name=evidence]').first().inputValue()).toBe(GOOD.evidence);
    await letGo();
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
    await holdValidator();
    await fill({ name: GOOD.name });
    await page.locator('.cm-content').click();
    await page.keyboard.type('# mine');
    await page.locator('[data-by-hand]').waitFor();
    await letGo();
    await says(/error/);
    expect(await text()).toBe('# mine');
  });

  test('the form stays empty where it is cleared while it writes', async () => {
    await holdValidator();
    await fill({ name: GOOD.name });
    await page.getByRole('button', { name: 'Start over' }).click();
    await letGo();
    expect((await text()).trim()).toBe('');
    await says(/^Fill in/);
  });

  test('what was typed survives a reload, in the fields and in the file', async () => {
    await fill(GOOD);
    await page.locator('[name^=architectures]').first().check();
    await becomesWritten();
    await says(/^Ready/);
    const before = await text();
    expect(before).toMatch(/architectures: .*documentation/s);
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
    await becomesWritten();
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
    await becomesWritten();
    await says(/^Ready/);
    expect((await send()).pathname).toBe(
      `/${repository}/edit/${branch}/data/environments/${known!.category}/${known!.id}.yaml`,
    );
    expect(await page.locator('[data-known]').isVisible()).toBe(true);
  });

  test('a pasted entry of any kind is judged', async () => {
    const [provider] = dataset.providers;
    await fill({ kind: 'provider', id: provider!.id });
    await becomesWritten();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    const text = await readFile(provider!.source.path, 'utf8');
    await page.keyboard.insertText(text.replace('role: ', 'roles: '));
    const rules = page.locator('[data-findings] [data-severity=error] a.rule');
    await expect.poll(() => rules.allInnerTexts()).toEqual(['unknown-key']);
    await says(/^1 error/);
  });

  test('hostile words stay words, and nonsense that was kept is no obstacle', async () => {
    const hostile = '</script><img src=x onerror=alert(1)> "}\\n- *x';
    await fill({ ...GOOD, name: hostile, id: '../../x' });
    await becomesWritten();
    await says(/error/);
    expect(await page.locator('img').count()).toBe(0);
    // From another page: this one would write over it.
    await page.goto(`${origin}${base}levels/`);
    await page.evaluate(
      (form) => localStorage.setItem(`draft ${form}`, '{"fields":{"name":5,"x\\"]":"y"},"text":[]}'),
      new URL(address).pathname,
    );
    await page.goto(address);
    await says(/^Fill in/);
    expect(complaints).toEqual([]);
  });

  test('nothing is in the way of people who use no mouse, or a screen reader', async () => {
    await fill({ ...GOOD, maintainers: 'octocat' });
    await expect.poll(() => page.locator('[data-findings] li').allInnerTexts()).toEqual([BAD_HANDLE]);
    expect((await runAxe(page)).violations).toEqual([]);
    // The editor lets the Tab key lead on.
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^line \d+$/);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await runAxe(page)).violations).toEqual([]);
  });
});
