import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Page } from 'playwright-core';

/** All files of a folder, by their paths below it with slashes, sorted. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** The paths of all pages of a built site, as addresses have them: `levels/` for `levels/index.html`. */
export function listPages(folder: string): readonly string[] {
  return listFiles(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
}

/** The words of a page as they are read, one blank between each two; a tag counts as a blank. */
export function readableText(html: string): string {
  return html
    .replace(/^.*<body/s, '<body')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
}

/** What a page says of itself, and where it leads. */
export interface PageFacts {
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  /** The contents of all `meta` elements, by name, property or equivalent header. */
  readonly meta: Readonly<Record<string, string>>;
  readonly canonical: readonly string[];
  readonly ids: readonly string[];
  /** Every address on the page, of links and of what it loads, as written. */
  readonly addresses: readonly string[];
}

/** Reads the facts from the text of a page with the parser of a browser, without loading it. */
export function readFacts(page: Page, html: string): Promise<PageFacts> {
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html');
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const values = (selector: string, attribute: string): string[] =>
      all(selector).map((element) => element.getAttribute(attribute) ?? '');
    const meta = all('meta[content]').map((element) => [
      ['name', 'property', 'http-equiv'].map((key) => element.getAttribute(key)).find((name) => name !== null) ?? '',
      element.getAttribute('content') ?? '',
    ]);
    return {
      titles: all('head > title').map(({ textContent }) => textContent.trim()),
      headings: all('h1').map(({ textContent }) => textContent.trim()),
      meta: Object.fromEntries(meta) as Record<string, string>,
      canonical: values('link[rel=canonical]', 'href'),
      ids: values('[id]', 'id'),
      addresses: [...values('[href]', 'href'), ...values('[src]', 'src'), ...values('[srcset]', 'srcset')],
    };
  }, html);
}
