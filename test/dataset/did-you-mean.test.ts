import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, listWords } from '../../src/dataset/did-you-mean.ts';

const WORDS = ['full', 'tested', 'works', 'limited', 'unsupported', 'unknown', 'upstream-ci', 'path', 'amd64', 'arm64'];

test.each([
  ['Tested', 'tested'],
  ['TESTED', 'tested'],
  ['upstream ci', 'upstream-ci'],
  ['upstreamCI', 'upstream-ci'],
  ['teste', 'tested'],
  ['tetsed', 'tested'],
  ['paht', 'path'],
  ['amd46', 'amd64'],
  ['amd', 'amd64'],
  ['unsuported', 'unsupported'],
  ['unsup', 'unsupported'],
  ['yes', undefined],
  ['x86', undefined],
  ['', undefined],
  ['t', undefined],
  ['a'.repeat(1000), undefined],
])('%j is probably %j', (written, meant) => {
  expect(didYouMean(written, WORDS)).toBe(meant);
});

test('what is meant is one of the words, and a word means itself', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.string(), (words, written) => {
      const meant = didYouMean(written, words);
      expect(meant === undefined || words.includes(meant)).toBe(true);
    }),
  );
  for (const word of WORDS) expect(didYouMean(word, WORDS)).toBe(word);
});

test('a list of words reads like a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual([
    '',
    '`a`',
    '`a` and `b`',
    '`a`, `b` and `c`',
  ]);
});
