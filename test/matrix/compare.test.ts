import { describe, expect, test } from 'vitest';
import { buildFactSheets } from '../../src/matrix/fact-sheets.ts';
import { buildMatrix } from '../../src/matrix/matrix-view.ts';
import { ENVIRONMENT_PATH } from '../support/acme-data.ts';
import { parseAcme } from '../support/parse-acme.ts';
import {
  compareSheets,
  type FactSheet,
  type FactSheets,
  findSheet,
  formatChoice,
  parseChoice,
} from '../../src/matrix/compare.ts';

const FACTS = [
  { id: 'level', label: 'Level' },
  { id: 'images', label: 'Images' },
];

/** A sheet with a level and some images. */
function makeSheet(id: string, level = 'Works', images: readonly string[] = ['none']): FactSheet {
  return {
    id,
    name: id,
    category: 'cloud',
    facts: { level: [{ text: level }], images: images.map((text) => ({ text })) },
  };
}

const SHEETS: FactSheets = {
  facts: FACTS,
  sheets: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => makeSheet(id)),
  moved: { 'old-a': 'a' },
};

describe('what an address asks for', () => {
  test.each([
    ['', [], []],
    ['with=', [], []],
    ['with=a,b', ['a', 'b'], []],
    ['with=b,a,b', ['b', 'a'], []],
    ['with=old-a,b,a', ['a', 'b'], []],
    ['with=%20a%20,,b,', ['a', 'b'], []],
    ['with=a,b,c,d,e,f,g', ['a', 'b', 'c', 'd', 'e', 'f'], []],
    ['with=nowhere,a,nowhere', ['a'], ['nowhere']],
    ['with=<script>alert(1)</script>', [], ['<script>alert(1)</script>']],
    ['with=__proto__,constructor,toString', [], ['__proto__', 'constructor', 'toString']],
    ['with=a&with=b', ['a'], []],
    [`with=${'x,'.repeat(100_000)}a`, [], ['x']],
  ])('%s', (address, ids, unknown) => {
    expect(parseChoice(new URLSearchParams(address), SHEETS)).toEqual({ ids, unknown });
  });

  test('is what was written', () => {
    const ids = ['b', 'a', 'f'];
    expect(parseChoice(new URLSearchParams(formatChoice(ids)), SHEETS).ids).toEqual(ids);
    expect(formatChoice([])).toBe('');
  });
});

describe('who somebody means', () => {
  const sheets = ['aws-ec2', 'aws-eks', 'hetzner'].map((id) => ({
    ...makeSheet(id),
    name: id.replace('-', ' ').toUpperCase(),
  }));
  test.each([
    ['aws-ec2', 'aws-ec2'],
    ['  aws ec2 ', 'aws-ec2'],
    ['EC2', 'aws-ec2'],
    ['aws', undefined],
    ['H Cloud', 'hetzner'],
    ['nowhere', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s', (text, id) => {
    expect(findSheet({ facts: FACTS, sheets, moved: { 'h-cloud': 'hetzner' } }, text)?.id).toBe(id);
  });
});

describe('side by side', () => {
  test.each([
    ['differ in a word', [makeSheet('a', 'Works'), makeSheet('b', 'Tested')], ['Level'], ['Images']],
    [
      'have the same in another order',
      [makeSheet('a', 'Works', ['x', 'y']), makeSheet('b', 'Works', ['y', 'x'])],
      [],
      ['Level', 'Images'],
    ],
    [
      'differ in how many',
      [makeSheet('a', 'Works', ['x']), makeSheet('b', 'Works', ['x', 'x'])],
      ['Images'],
      ['Level'],
    ],
    ['differ in one of three', [makeSheet('a'), makeSheet('b'), makeSheet('c', 'Full')], ['Level'], ['Images']],
    ['are one', [makeSheet('a')], [], ['Level', 'Images']],
  ])('those that %s', (_, sheets, differing, same) => {
    const comparison = compareSheets({ facts: FACTS }, sheets);
    expect(comparison.differing.map(({ label }) => label)).toEqual(differing);
    expect(comparison.same.map(({ label }) => label)).toEqual(same);
  });

  test('values keep the order of the environments', () => {
    const { differing } = compareSheets({ facts: FACTS }, [makeSheet('b', 'Tested'), makeSheet('a', 'Works')]);
    expect(differing[0]!.values.map(([value]) => value!.text)).toEqual(['Tested', 'Works']);
  });
});

test('a sheet says every fact, and says so where there is nothing', () => {
  const bare = `name: Bare
level: unknown
maintainers: []
history: [{ on: 2026-03-01, level: unknown, reason: First listed. }]
`;
  const full = `name: Full
vendor: Acme
homepage: https://acme.example.org/
aliases: [old name]
level: tested
architectures: { arm64: tested }
maintainers: ["@octocat"]
documentation: https://acme.example.org/docs
images: [raw, qcow2]
evidence:
  - { kind: report, url: "https://acme.example.org/", seen: { on: 2026-08-20 } }
  - { kind: ci, repository: acme/cloud, path: a.sh, seen: { on: 2026-08-22 } }
  - { kind: image, repository: acme/cloud, path: b.sh, seen: { on: 2026-08-23 }, disputed: { on: 2026-08-24, reason: Is it?, url: "https://acme.example.org/" } }
caveats: [{ summary: No \`disks\`., issue: "acme/cloud#1" }]
history: [{ on: 2026-03-01, level: tested, reason: First listed. }]
`;
  const dataset = parseAcme({ [ENVIRONMENT_PATH]: full, 'environments/metal/bare.yaml': bare });
  const { facts, sheets, moved } = buildFactSheets(dataset, buildMatrix(dataset));
  const read = (id: string): readonly string[] => {
    const sheet = sheets.find((each) => each.id === id)!;
    return facts.map((fact) =>
      sheet.facts[fact.id]!.map(({ text, page, href }) => text + (page ?? href ?? '')).join(', '),
    );
  };
  expect(facts.map(({ id }) => id)).toEqual([
    ...[
      'level',
      'on amd64',
      'on arm64',
      'evidence',
      'seen',
      'caveats',
      'providers',
      'images',
      'maintainers',
      'lifecycle',
    ],
    'links',
  ]);
  expect(read('acme')).toEqual([
    ...[
      'Tested',
      'not stated',
      'Tested',
      'Release tests, Report',
      '2026-08-22',
      'No disks.',
      'no provider',
      'raw, qcow2',
    ],
    '@octocatmaintainers/octocat/',
    'active',
    'Guidehttps://acme.example.org/docs, Homepagehttps://acme.example.org/',
  ]);
  expect(read('bare')).toEqual([
    ...['Unknown', 'not stated', 'not stated', 'nothing', 'never', 'none', 'no provider', 'none of its own'],
    ...['needs a maintainer', 'active', 'none'],
  ]);
  expect(moved).toEqual({ 'old-name': 'acme' });
});
