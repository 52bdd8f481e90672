import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, makeSiteFolder } from '../support/build-site.ts';
import { listFiles, readableText } from '../support/built-pages.ts';
import { DRIFTED } from '../support/drifted-data.ts';
import { validator } from '../support/html-validator.ts';

/** Where the site is published, instead of below the path that its matrix names. */
const OWN_DOMAIN = 'https://matrix.acme.example';

let folder = '';
let files: ReadonlySet<string> = new Set();
const pages = new Map<string, string>();

beforeAll(async () => {
  folder = await makeSiteFolder();
  const [data, out] = [join(folder, 'data'), join(folder, 'site')];
  for (const { path, content } of DRIFTED) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), content);
  }
  await buildSite(data, out, { SITE_URL: `${OWN_DOMAIN}/` });
  files = new Set(listFiles(out));
  for (const path of [...files].filter((each) => each.endsWith('.html')))
    pages.set(path, await readFile(join(out, path), 'utf8'));
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test('another project gets its own matrix by writing its own data', async () => {
  expect([...pages.keys()]).toContain('environments/acme/index.html');
  // Nothing of the first project may be left in a page of another one.
  expect([...pages].filter(([, html]) => /flatcar/i.test(html)).map(([path]) => path)).toEqual([]);
  expect(pages.get('index.html')).toContain('Acme');
  const schema = await readFile(join(folder, 'site/schema/environment.json'), 'utf8');
  expect((JSON.parse(schema) as { $id: string }).$id).toMatch(/^https:\/\/acme\.example\.org\//);
});

test('under a domain of its own every address leads to a file', () => {
  const found = [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/\s(?:href|src|data-\w+)="(\/[^"]*|https:\/\/matrix\.acme\.example[^"]*)"/g)].map(
      ([, to = '']) => ({
        path,
        file: new URL(to, OWN_DOMAIN).pathname.slice(1).replace(/(^|\/)$/, '$1index.html'),
      }),
    ),
  );
  expect(new Set(found.map(({ file }) => file)).size).toBeGreaterThan(pages.size);
  expect(found.filter(({ file }) => !files.has(file))).toEqual([]);
  expect(pages.get('levels/index.html')).toContain(`<link rel="canonical" href="${OWN_DOMAIN}/levels/">`);
});

describe('where the world has moved', () => {
  const html = (path: string): string => pages.get(`${path}index.html`)!;

  test.each(['health/', 'environments/acme/', 'providers/capx/', 'releases/', 'rules/evidence-gone/'])(
    'the HTML of %s is valid',
    async (path) => {
      const { results } = await validator.validateString(html(path));
      expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([]);
    },
  );

  test('the health page tells what has drifted, the most important first', () => {
    const headings = [...html('health/').matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
    expect(headings).toEqual([
      'level',
      'people',
      'tests',
      'progress',
      'coverage',
      'places',
      'project',
      'listings',
      'unchecked',
    ]);
    expect(readableText(html('health/'))).toContain('asked on 2026-11-20');
  });

  test('it tells how far every watched listing is covered, in words too', () => {
    const text = readableText(html('health/'));
    for (const words of [
      '1 of 3 are in the matrix, 1 excused',
      'Missing: other',
      'It helps the others.',
      'Read on 2026-11-20',
    ])
      expect(text).toContain(words);
    expect(html('health/')).toContain('aria-label="1 in the matrix, 1 excused, 1 missing"');
  });

  test('it tells what could not be checked, and why', () => {
    const text = readableText(html('health/')).replace(/.*What could not be checked/, '');
    expect(text).toMatch(/@acme\/keepers GitHub did not let us ask: The token may not see teams\./);
    expect(text).toMatch(/acme\/linux GitHub did not let us ask so often: The budget .* Last answered on 2026-11-14/);
  });

  test('an environment is worth what is left, and says what became of everything it names', () => {
    const text = readableText(html('environments/acme/'));
    for (const words of [
      'Acme Cloud Works It is known to work',
      'The claim is Tested ; the evidence that is left supports Works',
      'gone acme/cloud: tests/acme.sh',
      'It backs nothing: tests/acme.sh is gone from acme/cloud . Last seen on 2026-10-30.',
      'Checked against GitHub on 2026-11-20 . The last run, on 2026-11-19, ended with failure',
      '(was @octocat)',
      '@hubot (gone from GitHub)',
      'It was closed on 2026-11-03.',
    ])
      expect(text).toContain(words);
    expect(html('environments/acme/')).toContain('href="https://github.com/octodog"');
    expect(html('environments/acme/')).not.toContain('href="https://github.com/hubot"');
  });

  test('so do a provider and a release channel, and every page says when GitHub was asked', () => {
    expect(readableText(html('providers/capx/'))).toContain('acme/cluster-api-provider-acme (archived)');
    expect(readableText(html('providers/capx/'))).toContain('It was merged on 2026-11-04.');
    expect(readableText(html('releases/'))).toContain('; GitHub has 4593.2.6, 2026-11-18');
    expect(readableText(html('levels/'))).toContain('Checked against GitHub on 2026-11-20');
  });
});
