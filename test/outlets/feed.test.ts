import { getRssString } from '@astrojs/rss';
import { expect, test } from 'vitest';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { buildFeed } from '../../src/outlets/build-feed.ts';
import { ACME, ENVIRONMENT, ENVIRONMENT_PATH, ROOT } from '../support/acme-data.ts';

/** The feed of the valid project with another history. */
function feedOf(history: string, name = 'Acme Cloud'): Promise<string> {
  const content = ENVIRONMENT.replace(/history:[^]*/, history).replace('Acme Cloud', name);
  const files = ACME.map((file) => (file.path === ENVIRONMENT_PATH ? { ...file, content } : file));
  const { dataset, findings } = parseDataset(files, ROOT);
  expect(findings.filter(({ ruleId }) => ruleId !== 'format')).toEqual([]);
  return getRssString(buildFeed(dataset!, 'https://acme.example/matrix'));
}

const all = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map(([, text]) => text!);

test('the level changes are told newest first, a note that changes no level is not', async () => {
  const xml = await feedOf(`history:
  - { on: 2024-02-29, level: limited, reason: First listed. }
  - { on: 2025-01-01, level: works, reason: It booted. }
  - { on: 2025-06-01, level: works, reason: Somebody looked again. }
  - { on: 2026-03-01, level: tested, reason: Tests run. }
`);
  expect(all(xml, 'title').slice(1)).toEqual([
    'Acme Cloud: Works → Tested',
    'Acme Cloud: Limited → Works',
    'Acme Cloud: Limited',
  ]);
  expect(all(xml, 'pubDate')).toEqual([
    'Sun, 01 Mar 2026 00:00:00 GMT',
    'Wed, 01 Jan 2025 00:00:00 GMT',
    'Thu, 29 Feb 2024 00:00:00 GMT',
  ]);
  expect(all(xml, 'description').slice(1)).toEqual(['Tests run.', 'It booted.', 'First listed.']);
  expect(all(xml, 'guid')).toEqual(['acme/2026-03-01/tested', 'acme/2025-01-01/works', 'acme/2024-02-29/limited']);
  expect(new Set(all(xml, 'link').slice(1))).toEqual(
    new Set(['https://acme.example/matrix/environments/acme/#history']),
  );
});

test('the feed has the newest hundred', async () => {
  const day = (index: number): string => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
  const steps = Array.from(
    { length: 131 },
    (_, index) =>
      `  - { on: ${day(index)}, level: ${index % 2 === 0 ? 'tested' : 'works'}, reason: Change ${index}. }\n`,
  );
  const told = all(await feedOf(`history:\n${steps.join('')}`), 'description').slice(1);
  expect([told.length, told[0], told.at(-1)]).toEqual([100, 'Change 130.', 'Change 31.']);
});

test('what is written in the data stays text', async () => {
  const xml = await feedOf(
    `history:\n  - { on: 2026-03-01, level: tested, reason: '</description><b>&"x"]]>' }\n`,
    '"A <script> & co"',
  );
  expect(xml).toContain('<title>A &lt;script&gt; &amp; co: Tested</title>');
  expect(xml).not.toMatch(/<(?:b|script)>|\]\]>/);
});
