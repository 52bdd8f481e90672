import { expect, test } from 'vitest';
import type { Example } from '../../src/rules/rule.ts';
import { AS_OF } from '../support/acme-data.ts';
import { judgeExample } from '../support/judge-pull.ts';

/** A level with the line of the history that it takes. */
const levelOf = (level: string): string => `level: ${level}
history:
  - { on: 2026-03-01, level: ${level}, reason: So it is. }`;
const CAVEAT = 'caveats: [{ summary: Disks cannot be resized., issue: acme/linux#12 }]';
const REVIEWED = (day: string): string =>
  `caveats: [{ summary: Disks cannot be resized., issue: acme/linux#12, reviewBy: ${day} }]`;
const EXCUSED = (entries: string, excused: string): Example => ({
  path: 'watch.yaml',
  whole: true,
  yaml: `listings:
  - id: tests
    title: Test scripts
    repository: acme/cloud
    path: tests
    of: folder
    pattern: ^(?<entry>[a-z]+)\\.sh$
    covers: environments
    seen: { on: 2026-08-22, entries: [${entries}] }
    excused:
      - { entry: ${excused}, reason: It helps the others. }`,
});
const DAY_BEFORE = new Date(Date.parse(AS_OF) - 86_400_000).toISOString().slice(0, 10);

/** What the examples on the pages of the rules leave open: the other branch, the day itself, the better architecture. */
test.each<[string, Example, readonly string[]]>([
  ['a level without caveats has one', { yaml: `${levelOf('full')}\narchitectures: {}\n${CAVEAT}` }, ['level-caveat']],
  ['a level that takes caveats has one', { yaml: `${levelOf('tested')}\narchitectures: {}\n${CAVEAT}` }, []],
  [
    'a contact of a vendor is a maintainer',
    {
      yaml: `${levelOf('full')}\narchitectures: {}\nmaintainers: [{ name: Acme, url: "https://acme.example.org" }]`,
    },
    [],
  ],
  [
    'a no with a caveat that says why',
    { yaml: `${levelOf('unsupported')}\narchitectures: {}\nevidence: []\n${CAVEAT}` },
    [],
  ],
  [
    'one architecture is better than the whole',
    { yaml: `${levelOf('works')}\narchitectures: { amd64: works, arm64: tested }` },
    ['architecture-level'],
  ],
  [
    'none is as good as the whole',
    { yaml: `${levelOf('tested')}\narchitectures: { amd64: works }` },
    ['architecture-level'],
  ],
  ['one is worse than the whole', { yaml: `${levelOf('tested')}\narchitectures: { amd64: tested, arm64: works }` }, []],
  ['a caveat is due today', { yaml: REVIEWED(AS_OF) }, []],
  ['a caveat was due yesterday', { yaml: REVIEWED(DAY_BEFORE) }, ['review-date']],
  ['an excuse of what is covered', EXCUSED('acme', 'acme'), ['watch-excuse']],
  ['an excuse of what is there and not covered', EXCUSED('acme, helper', 'helper'), []],
])('%s', (_, example, expected) => {
  const found = judgeExample(example).found.filter(({ severity }) => severity !== 'note');
  expect(found.map(({ ruleId }) => ruleId)).toEqual(expected);
});
