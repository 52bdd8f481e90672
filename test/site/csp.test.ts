import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { ACME, ENVIRONMENT_PATH, PROVIDER_PATH } from '../support/acme-data.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildSite, makeSiteFolder } from '../support/build-site.ts';
import { listFiles } from '../support/built-pages.ts';

const { folder, executablePath } = inject('site');
const browser = await launchBrowser(executablePath);
afterAll(() => browser.close());
const parser = await browser.newPage();

/** All that a page could do, beyond showing text. */
function readPowers(html: string) {
  return parser.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html');
    const elements = [...document.querySelectorAll('*')];
    const inline = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const policies = [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv=content-security-policy]')];
    const loads = 'link[rel=stylesheet], style, script';
    return {
      policies: policies.map(({ content }) => content),
      /** What stands before the policy is not held to it. */
      before: [...document.querySelectorAll(loads)].filter(
        (element) =>
          (policies[0]?.compareDocumentPosition(element) ?? Node.DOCUMENT_POSITION_PRECEDING) &
          Node.DOCUMENT_POSITION_PRECEDING,
      ).length,
      styles: inline('style'),
      scripts: inline('script:not([src])'),
      attributes: elements.flatMap((element) =>
        element.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on') || name === 'srcdoc'),
      ),
      elements: [...new Set(elements.map(({ localName }) => localName))],
      schemes: [...document.querySelectorAll('[href], [src]')].map(
        (element) =>
          /^[a-z][a-z0-9+.-]*(?=:)/i.exec(element.getAttribute('href') ?? element.getAttribute('src') ?? '')?.[0] ?? '',
      ),
    };
  }, html);
}

function parsePolicy(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text.split(';').flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name === undefined || name === '' ? [] : [[name, sources] as const];
    }),
  );
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What is wrong with the pages of a folder, and how many there are. */
async function judge(site: string): Promise<{ readonly problems: readonly string[]; readonly pages: number }> {
  const files = listFiles(site).filter((path) => path.endsWith('.html'));
  /** The pages that have each problem. */
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const powers = await readPowers(await readFile(join(site, file), 'utf8'));
    const policy = parsePolicy(powers.policies[0] ?? '');
    const sources = [...policy.values()].flat();
    const allowed = (directive: string): readonly string[] => policy.get(directive) ?? policy.get('default-src') ?? [];
    const isHash = (source: string): boolean => source.startsWith("'sha256-");
    const hashes = { 'style-src': powers.styles.map(hashOf), 'script-src': powers.scripts.map(hashOf) };
    const checks = {
      'has not one policy': powers.policies.length !== 1,
      'has a policy that comes too late': powers.before > 0,
      'allows something by default': policy.get('default-src')?.join(' ') !== "'none'",
      'may be given another base': powers.elements.includes('script') && policy.get('base-uri')?.join(' ') !== "'none'",
      'allows more than itself and hashes': sources.some(
        (source) => !/^'(none|self|sha256-[\w+/=]{44})'$/.test(source),
      ),
      'has something inline without a hash': Object.entries(hashes).some(([directive, own]) =>
        own.some((hash) => !allowed(directive).includes(hash)),
      ),
      'has a hash of nothing': sources.some(
        (source) => isHash(source) && !Object.values(hashes).flat().includes(source),
      ),
      'has styles or handlers in attributes': powers.attributes.length > 0,
      'has elements that load or run': powers.elements.some((name) =>
        ['base', 'embed', 'form', 'frame', 'iframe', 'img', 'object'].includes(name),
      ),
      'has an address of another scheme': powers.schemes.some((scheme) => scheme !== '' && scheme !== 'https'),
    };
    for (const [problem, is] of Object.entries(checks)) if (is) (found[problem] ??= []).push(file);
  }
  const problems = Object.entries(found).map(([problem, where]) => `${where.length} pages, as ${where[0]}: ${problem}`);
  return { problems, pages: files.length };
}

describe('the content security policy', () => {
  test('is strict on every page, and every page keeps it', async () => {
    const { problems, pages } = await judge(folder);
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(100);
  });
});

/** Texts that would run, load or restyle something if any page put them into its HTML as they are. */
const ATTACK = `"'><script>alert(1)</script><img src=x onerror=alert(1)> style="`;
const YAML_ATTACK = JSON.stringify(ATTACK);

/** The invented project, with an attack in every kind of text that it has. */
function hostileData() {
  const attack = (path: string, content: string): string => {
    const attacked = content
      .replaceAll(/^( *(?:- )?(?:name|label|promise|summary|vendor|description|product): ).*$/gm, `$1${YAML_ATTACK}`)
      .replaceAll(/(label|description|reason|planned): [^{},"]+(?=[,} ])/g, `$1: ${YAML_ATTACK} `);
    return path === ENVIRONMENT_PATH
      ? `${attacked}vendor: ${YAML_ATTACK}\naliases: [${JSON.stringify(`old ${ATTACK}`)}]\nimages: [hetzner]\n` +
          `caveats:\n  - { summary: ${YAML_ATTACK}, issue: acme/cloud#1, reviewBy: 2027-03-01 }\n` +
          `notes: ${JSON.stringify('`' + ATTACK + '`')}\n`
      : path === PROVIDER_PATH
        ? `${attacked}selection: { field: ${YAML_ATTACK}, example: ${YAML_ATTACK}, note: ${YAML_ATTACK} }\n`
        : attacked;
  };
  return ACME.map(({ path, content }) => ({ path, content: attack(path, content) }));
}

describe('data that attacks', () => {
  test('stays text on every page', async () => {
    const place = await makeSiteFolder();
    try {
      for (const { path, content } of hostileData()) {
        await mkdir(dirname(join(place, 'data', path)), { recursive: true });
        await writeFile(join(place, 'data', path), content);
      }
      await buildSite(join(place, 'data'), join(place, 'site'));
      const { problems } = await judge(join(place, 'site'));
      expect(problems).toEqual([]);
      for (const page of [
        'index.html',
        'environments/acme/index.html',
        'providers/capx/index.html',
        'cluster-api/index.html',
        'changes/index.html',
        'compare/index.html',
      ]) {
        const html = await readFile(join(place, 'site', page), 'utf8');
        expect(html.split('&lt;script').length, page).toBeGreaterThan(3);
      }
    } finally {
      await rm(place, { recursive: true });
    }
  });
});
