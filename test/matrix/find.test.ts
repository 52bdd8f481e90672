import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, findWidenings, type RowFacts } from '../../src/matrix/find.ts';
import { type FindRow, formatFacets, formatRanks, parseFacets, parseRanks } from '../../src/matrix/find-rows.ts';
import {
  emptyState,
  type FindSchema,
  type FindState,
  formatState,
  nextSort,
  parseState,
  QUERY_LENGTH,
  toggleOption,
} from '../../src/matrix/find-state.ts';
import { addWords, findText, type WordIndex, wordsOf } from '../../src/matrix/find-text.ts';
import { describeFound } from '../../src/matrix/find-words.ts';

const choice = (id: string) => ({ id, label: id.replace(/^./, (first) => first.toUpperCase()) });
const SCHEMA: FindSchema = {
  facets: [
    { ...choice('level'), options: ['tested', 'works', 'unknown'].map(choice) },
    {
      ...choice('architecture'),
      options: [
        { id: 'amd64', label: 'amd64' },
        { id: 'arm64', label: 'arm64' },
      ],
    },
    { ...choice('cluster-api'), options: [{ id: 'yes', label: 'Cluster API' }] },
  ],
  columns: [choice('name'), choice('evidence')],
};
const NOTHING = emptyState(SCHEMA);
const stateOf = (search: string): FindState => parseState(search, SCHEMA);

const hostile = `"'><script>alert(1)</script>`;
const anyState: fc.Arbitrary<FindState> = fc.record({
  query: fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => parseState(`q=${encodeURIComponent(text)}`, SCHEMA).query),
  chosen: fc.tuple(...SCHEMA.facets.map(({ options }) => fc.subarray(options.map((_, place) => place)))),
  sort: fc.option(fc.record({ column: fc.constantFrom('name', 'evidence'), reversed: fc.boolean() }), {
    nil: undefined,
  }),
});

describe('the address', () => {
  test.each([
    ['', ''],
    ['?q=%20aws%20%09ec2%20', '?q=aws+ec2'],
    ['?level=works,tested', '?level=tested,works'],
    ['?level=tested&level=works&level=tested', '?level=tested,works'],
    ['?sort=-evidence&architecture=arm64', '?architecture=arm64&sort=-evidence'],
    // What nobody knows is not there.
    ['?level=best,,&sort=--name&cluster-api=no&color=red', ''],
    ['?sort=level', ''],
    ['?level=__proto__,constructor&__proto__=1', ''],
    ['?q=%E0%A4%A&level=%', '?q=%EF%BF%BD%A'.replace('%A', '%25A')],
    ['?q=a%00%E2%80%AEb', '?q=a+b'],
    [`?q=${'x'.repeat(5000)}`, `?q=${'x'.repeat(QUERY_LENGTH)}`],
    [
      `?q=${encodeURIComponent(hostile)}&level=${hostile}&sort=${hostile}`,
      `?${new URLSearchParams({ q: hostile }).toString()}`,
    ],
  ])('%s is %s', (written, canonical) => {
    expect(formatState(stateOf(written), SCHEMA)).toBe(canonical);
  });

  test('says every state, and whatever stands in it is a state that it says the same way again', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(stateOf(formatState(state, SCHEMA))).toEqual(state);
      }),
    );
    const anyAddress = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 24 }),
      fc
        .array(
          fc.tuple(fc.constantFrom('q', 'level', 'architecture', 'sort'), fc.string({ unit: 'binary', maxLength: 24 })),
        )
        .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(anyAddress, (address) => {
        const canonical = formatState(stateOf(address), SCHEMA);
        expect(formatState(stateOf(canonical), SCHEMA)).toBe(canonical);
      }),
    );
  });

  test('toggles options and orders', () => {
    const one = toggleOption(NOTHING, 0, 1);
    expect(formatState(toggleOption(one, 0, 0), SCHEMA)).toBe('?level=tested,works');
    expect(toggleOption(one, 0, 1)).toEqual(NOTHING);
    const orders = [0, 1, 2].reduce<FindState['sort'][]>(
      (list) => [...list, nextSort(list.at(-1), 'name')],
      [undefined],
    );
    expect(orders.map((sort) => formatState({ ...NOTHING, sort }, SCHEMA))).toEqual([
      '',
      '?sort=name',
      '?sort=-name',
      '',
    ]);
  });
});

/** Rows of a name, an option of the level, options of the architecture, and whether they have Cluster API. */
const ROWS: readonly (readonly [
  name: string,
  level: number,
  architectures: readonly number[],
  api: boolean,
  rank?: number,
])[] = [
  ['Amazon EC2 aws ami', 0, [0, 1], true, 2],
  ['Hetzner Cloud hcloud', 0, [0, 1], true, 0],
  ['Google Compute Engine gce', 0, [0], true, 1],
  ['OpenStack', 1, [0, 1], false, 1],
  ['Yandex Cloud', 2, [], false],
];

function factsOf(rows: typeof ROWS): RowFacts {
  const words: WordIndex = new Map();
  rows.forEach(([name], place) => addWords(words, place, wordsOf(name)));
  return {
    words,
    rows: rows.map(([, level, architectures, api, rank], place) => ({
      facets: [[level], architectures, api ? [0] : []],
      ranks: [place, rank],
    })),
  };
}

const FACTS = factsOf(ROWS);
const shownBy = (search: string): string =>
  find(FACTS, stateOf(search), SCHEMA)
    .places.map((place) => ROWS[place]![0][0])
    .join('');

describe('rows', () => {
  test.each([
    ['', 'AHGOY'],
    ['?level=tested', 'AHG'],
    ['?level=tested,unknown', 'AHGY'],
    ['?level=tested&architecture=arm64', 'AH'],
    ['?architecture=arm64&q=cloud', 'H'],
    ['?level=unknown&cluster-api=yes', ''],
    ['?sort=name', 'AHGOY'],
    ['?sort=-name', 'YOGHA'],
    // Equal ones stay in their order, and what has no place comes last from both ends.
    ['?sort=evidence', 'HGOAY'],
    ['?sort=-evidence', 'AGOHY'],
    ['?sort=-evidence&level=tested', 'AGH'],
  ])('%s shows %s', (search, shown) => {
    expect(shownBy(search)).toBe(shown);
  });

  test('each option counts what it would show beside the other facets', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { counts } = find(FACTS, state, SCHEMA);
        for (const [facet, { options }] of SCHEMA.facets.entries())
          for (const option of options.keys()) {
            const alone = { ...state, chosen: state.chosen.with(facet, [option]) };
            expect(counts[facet]![option]).toBe(find(FACTS, alone, SCHEMA).places.length);
          }
      }),
    );
  });

  test('are written into attributes and read again', () => {
    const rank = fc.option(fc.nat(), { nil: undefined });
    const row: fc.Arbitrary<FindRow> = fc.record({
      facets: fc.array(fc.array(fc.nat({ max: 40 })), { minLength: 1 }),
      ranks: fc.array(rank, { minLength: 1 }),
    });
    fc.assert(
      fc.property(row, (each) => {
        expect(parseFacets(formatFacets(each.facets))).toEqual(each.facets);
        expect(parseRanks(formatRanks(each.ranks))).toEqual(each.ranks);
      }),
    );
  });
});

describe('text', () => {
  test.each([
    ['aws', 'A', false],
    ['AMI', 'A', false],
    ['cloud', 'HY', false],
    ['cloud hetz', 'H', false],
    ['stack', 'O', false],
    // Two letters are found at the beginning of a word alone.
    ['ec', 'A', false],
    ['ou', '', false],
    ['gôogle', 'G', false],
    ['  , ', 'AHGOY', false],
    ['hetnzer', 'H', true],
    ['hetzer', 'H', true],
    ['opnstack', 'O', true],
    ['gogle compute', 'G', true],
    ['amazom', 'A', true],
    ['yandxe clo', 'Y', true],
    ['asw', '', false],
    ['mazda', '', false],
    ['kubernetes', '', false],
  ])('“%s” finds %s', (text, shown, forgiven) => {
    const found = findText(FACTS.words, ROWS.length, text);
    expect([
      ROWS.flatMap(([name], place) => (found.rows?.[place] === 0 ? [] : [name[0]])).join(''),
      found.forgiven,
    ]).toEqual([shown, forgiven]);
  });

  test('forgives one letter in four, and two in eight', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 4, maxLength: 12 }), fc.nat(), letter, (letters, at, other) => {
        const place = at % letters.length;
        const wrong = [letters.toSpliced(place, 1), letters.toSpliced(place, 0, other), letters.with(place, other)];
        for (const typed of wrong.filter(({ length }) => length >= 4)) {
          const index: WordIndex = new Map([[letters.join(''), [0]]]);
          expect([typed.join(''), findText(index, 1, typed.join('')).rows?.[0]]).toEqual([typed.join(''), 1]);
        }
      }),
    );
  });
});

describe('the sentence', () => {
  test.each([
    ['', false, '5 of them'],
    ['?level=tested', false, '3 of 5 environments, tested'],
    ['?level=tested,works&architecture=arm64', false, '3 of 5 environments, tested or works, arm64'],
    [
      '?q=x&cluster-api=yes&sort=-evidence',
      false,
      '3 of 5 environments, “x”, Cluster API, sorted by evidence, reversed',
    ],
    ['?q=hetnzer&level=tested', true, '3 of 5 environments, like “hetnzer”, tested'],
    ['?sort=name', false, '5 of them, sorted by name'],
  ])('%s', (search, forgiven, sentence) => {
    const pieces = describeFound(stateOf(search), SCHEMA, { shown: 3, total: 5, all: '5 of them', forgiven });
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
    // Taking all pieces away, in any order, leaves nothing.
    const left = pieces.reduce((state, { text }) => {
      const now = describeFound(state, SCHEMA, { shown: 3, total: 5, all: '', forgiven });
      return now.find((each) => each.text === text && each.without !== undefined)?.without ?? state;
    }, stateOf(search));
    expect(left).toEqual(NOTHING);
  });
});

describe('an empty list', () => {
  test.each([
    [
      '?level=unknown&cluster-api=yes',
      [
        ['Without unknown', 3],
        ['Without Cluster API', 1],
      ],
    ],
    [
      '?level=works&architecture=amd64&cluster-api=yes',
      [
        ['Without works', 3],
        ['Without Cluster API', 1],
      ],
    ],
    [
      '?q=yandex&level=works&cluster-api=yes',
      [
        ['Only “yandex”', 1],
        ['Clear all', 5],
      ],
    ],
    ['?q=zzz&level=works&cluster-api=yes', [['Clear all', 5]]],
    ['?q=zzz', [['Without “zzz”', 5]]],
  ])('%s is left by taking away what helps most', (search, ways) => {
    expect(shownBy(search)).toBe('');
    expect(findWidenings(FACTS, stateOf(search), SCHEMA).map(({ label, count }) => [label, count])).toEqual(ways);
  });
});
