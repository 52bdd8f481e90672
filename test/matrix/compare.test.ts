import { describe, expect, test } from 'vitest';
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
