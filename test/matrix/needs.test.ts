import { describe, expect, test } from 'vitest';
import { buildMaintainers } from '../../src/matrix/maintainers.ts';
import { maintainersLine } from '../../src/matrix/need-lines.ts';
import { buildNeeds } from '../../src/matrix/needs.ts';
import { AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, judge, MATRIX, PROVIDER, PROVIDER_PATH } from '../support/acme-data.ts';
import { parseAcme } from '../support/parse-acme.ts';

/** The keys of a file, each with all that belongs to it. */
const chunksOf = (text: string): readonly string[] => text.split(/(?<=\n)(?=[a-z])/);
const keyOf = (chunk: string): string => chunk.split(':')[0]!;

/** The valid environment with some keys in place of its own; an empty one takes its key away. */
function environment(changes: Readonly<Record<string, string>>): string {
  const own = Object.entries(changes).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}\n`]));
  return [...own, ...chunksOf(ENVIRONMENT).filter((chunk) => !(keyOf(chunk) in changes))].join('');
}

/** A provider that needs nothing. */
const SETTLED = PROVIDER.replace('unknown', 'none');

const needsOf = (content: string, provider = SETTLED) =>
  buildNeeds(parseAcme({ [ENVIRONMENT_PATH]: content, [PROVIDER_PATH]: provider }), AS_OF, []);

const CAVEAT = (more: string): string => `[{ summary: Disks cannot be resized., ${more} }]`;
const LEVEL = (level: string): Readonly<Record<string, string>> => ({
  level,
  architectures: `{ amd64: ${level} }`,
  history: `[{ on: 2026-03-01, level: ${level}, reason: First listed. }]`,
});
const DOCUMENTATION = '[{ kind: documentation, url: "https://acme.example.org/", seen: { on: 2026-08-22 } }]';

describe('an environment needs', () => {
  test.each([
    // 5 is the promise of tested, 6 that of full; the kinds weigh 4, 3, 2, 2 and 1.
    ['nothing', ENVIRONMENT.replaceAll('tested', 'full'), []],
    ['a better level claimed, for which nothing is missing', ENVIRONMENT, []],
    ['a maintainer, and with one it is full', environment({ maintainers: '[]' }), ['maintainer 18']],
    ['a maintainer', environment({ maintainers: '[]', caveats: CAVEAT('issue: acme/cloud#1') }), ['maintainer 15']],
    ['another maintainer', environment({ seeking: 'co-maintainer' }), ['maintainer 15']],
    ['its caveats resolved', environment({ caveats: CAVEAT('issue: acme/cloud#1') }), ['step 12']],
    [
      'a caveat looked at again, and resolved',
      environment({ caveats: CAVEAT('issue: acme/cloud#1, reviewBy: 2026-11-21') }),
      ['step 12', 'stale 10'],
    ],
    ['tests', environment({ ...LEVEL('works'), evidence: DOCUMENTATION }), ['step 10']],
    [
      'an issue for its caveat',
      environment({ ...LEVEL('limited'), evidence: DOCUMENTATION, caveats: CAVEAT('reviewBy: 2026-11-22') }),
      ['step 8'],
    ],
    [
      'somebody to look again',
      environment({ ...LEVEL('works'), evidence: DOCUMENTATION.replace('2026', '2024') }),
      ['step 10', 'stale 8'],
    ],
    ['somebody to tell', environment({ ...LEVEL('unknown'), evidence: '' }), ['missing 4']],
    [
      'nothing, being known not to work',
      environment({ ...LEVEL('unsupported'), evidence: '', caveats: CAVEAT('issue: acme/cloud#1') }),
      [],
    ],
    [
      'nothing any more, being retired',
      environment({
        ...LEVEL('unsupported'),
        ...{ maintainers: '[]', evidence: '', lifecycle: 'retired', since: '2026-03-01', reason: 'It closed.' },
      }),
      [],
    ],
  ])('%s', (_, content, expected) => {
    expect(needsOf(content).map(({ kind, help }) => `${kind} ${help}`)).toEqual(expected);
  });

  test.each([
    ['adopting', environment({ maintainers: '[]' })],
    ['another level', environment({ ...LEVEL('works'), evidence: DOCUMENTATION })],
    ['a first answer', environment({ ...LEVEL('unknown'), evidence: '' })],
  ])('lines that are valid once they are filled in: %s', (_, content) => {
    const { lines = '' } = needsOf(content)[0]!;
    const filled = `${lines}\n`.replaceAll('YYYY-MM-DD', '2026-11-01').replaceAll('…', 'acme.example.org/');
    const keys = chunksOf(filled).map(keyOf);
    const text = [filled, ...chunksOf(content).filter((chunk) => !keys.includes(keyOf(chunk)))].join('');
    const errors = judge([
      { path: 'matrix.yaml', content: MATRIX },
      { path: ENVIRONMENT_PATH, content: text },
      { path: PROVIDER_PATH, content: SETTLED },
    ]).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ reason }) => reason)).toEqual([]);
  });
});

test('a provider needs what its stages and its maintainers lack', () => {
  expect(needsOf(ENVIRONMENT.replaceAll('tested', 'full'), `${PROVIDER}maintainers: []\n`)).toMatchObject([
    { kind: 'maintainer', help: 3, entry: { file: PROVIDER_PATH } },
    { kind: 'missing', help: 1 },
  ]);
});

test('drift comes first, at the entry whose file it is about', () => {
  const drift = [{ file: `data/${PROVIDER_PATH}`, reason: 'The repository is gone.' }];
  const [first] = buildNeeds(parseAcme({ [PROVIDER_PATH]: SETTLED }), AS_OF, drift);
  expect(first).toMatchObject({ kind: 'drift', what: drift[0]!.reason, entry: { page: 'providers/capx/' } });
});

test('drift of the project itself is of no entry', () => {
  const drift = [{ file: 'data/matrix.yaml', reason: 'Stable is at 2.0.0.', fix: 'release: 2.0.0' }];
  const [first] = buildNeeds(parseAcme({ [PROVIDER_PATH]: SETTLED }), AS_OF, drift);
  expect(first).toMatchObject({
    kind: 'drift',
    lines: 'release: 2.0.0',
    entry: { kind: 'project', file: 'matrix.yaml' },
  });
});

test.each([
  [[], 'maintainers: ["@you"]'],
  [['@octocat', '@kubernetes/sig-release'], 'maintainers: ["@octocat", "@kubernetes/sig-release", "@you"]'],
  [
    [{ name: 'Acme: "us"', url: 'https://acme.example.org/' }],
    String.raw`maintainers: [{ name: "Acme: \"us\"", url: "https://acme.example.org/" }, "@you"]`,
  ],
])('nobody who answers is lost when one more adopts: %j', (maintainers, line) => {
  expect(maintainersLine(maintainers)).toBe(line);
});

test('everybody is listed once, with all that they answer for', () => {
  const contact = '{ name: Acme, url: "https://acme.example.org/" }';
  const dataset = parseAcme({
    [ENVIRONMENT_PATH]: environment({ maintainers: `["@Octocat", ${contact}]` }),
    'environments/metal/box.yaml': environment({ name: 'Box', maintainers: '["@octocat", "@acme/team"]' }),
    [PROVIDER_PATH]: `${SETTLED}maintainers: ["@octocat"]\n`,
  });
  const { handles, contacts } = buildMaintainers(dataset);
  const lines = [...handles].map(
    ([path, { name, entries }]) => `${path} ${name}: ${entries.map(({ page }) => page).join(' ')}`,
  );
  expect(lines).toEqual([
    'acme/team @acme/team: environments/box/',
    'octocat @Octocat: environments/acme/ environments/box/ providers/capx/',
  ]);
  expect(contacts).toMatchObject([{ name: 'Acme', entries: [{ page: 'environments/acme/' }] }]);
});
