import { describe, expect, test } from 'vitest';
import { findEntries } from '../../src/github/find-entries.ts';
import { findWords } from '../../src/github/find-words.ts';
import { fitsWildcard } from '../../src/github/fits-wildcard.ts';
import { newestTag } from '../../src/github/newest-tag.ts';

describe('words of a file', () => {
  const text = 'VALID=(\n    qemu_uefi\n    ami_vmdk\n)\n"aws" [Metal3](x) kvm-test, rke2 latest; müller (ACME)\n';

  test.each([
    ['qemu_uefi', true],
    ['qemu', false],
    ['uefi', false],
    ['ami', false],
    ['aws', true],
    ['Metal3', true],
    ['metal3', false],
    ['kvm', false],
    ['rke2 latest', true],
    ['rke2 late', false],
    ['m', false],
    ['(ACME)', true],
    ['ACME)', true],
    ['.*', false],
  ])('%s: %s', (word, isThere) => {
    expect(findWords(text, [word])).toEqual(
      isThere ? { entries: [word], missing: [] } : { entries: [], missing: [word] },
    );
  });

  test('are found behind a longer one', () => {
    expect(findWords('qemu_uefi qemu', ['qemu'])).toEqual({ entries: ['qemu'], missing: [] });
  });
});

describe('entries of a listing', () => {
  test.each([
    ['one in each line', ['aws.sh', 'README.md', 'azure.sh'], '^(?<entry>[a-z]+)\\.sh$', ['aws', 'azure']],
    ['several in a line', ['x = "a"', 'kola = "b", "a", "b"'], '(?<=\\bkola\\s*=.*)"(?<entry>[^"]+)"', ['a', 'b']],
    ['sets of characters, as `v` has them', ['ab', 'b'], '^(?<entry>[[a-z]--[a]])$', ['b']],
    ['a group that may be missing', ['ab', 'a'], 'a(?<entry>b)?', ['b']],
  ])('%s', (_, lines, pattern, entries) => {
    expect(findEntries(lines, pattern)).toEqual({ entries });
  });

  test.each([
    ['nothing fits', ['aws'], '^(?<entry>\\d+)$'],
    ['the pattern does not end', [`${'a'.repeat(40)}b`], '^(?<entry>(a+)+)$'],
    ['the pattern is none', ['aws'], '(?<entry>'],
    ['the text is endless', ['a'.repeat(5_000_000)], '(?<entry>a)'],
  ])('are not known where %s', (_, lines, pattern) => {
    expect(findEntries(lines, pattern)).toEqual({ reason: expect.any(String) as string });
  });

  test('a pattern is no program', () => {
    expect(findEntries(['process'], "(?<entry>x)/; throw process.exit(3); '")).toHaveProperty('reason');
  });
});

test.each([
  ['image.img', 'image.img', true],
  ['image.img', 'image', false],
  ['image.img', '*', true],
  ['image.img', '*.img', true],
  ['image.img', 'image*', true],
  ['image.img', 'i*g*mg', true],
  ['image.img', '*.iso', false],
  ['aba', 'ab*ba', false],
  ['abba', 'ab*ba', true],
  ['abc', 'a*c*c', false],
  ['a.b', 'a?b', false],
  ['a'.repeat(200), `${'*a'.repeat(90)}*b`, false],
])('%s fits %s: %s', (name, form, fits) => {
  expect(fitsWildcard(name, form)).toBe(fits);
});

describe('the newest tag', () => {
  const tag = (name: string, on: string) => ({ tag: name, on });

  test.each([
    [
      'is that of the highest version, not of the last day',
      ['stable-4081.3.1', 'stable-4459.2.0', 'stable-4081.3.2'],
      1,
    ],
    ['compares numbers', ['stable-4459.2.9', 'stable-4459.2.10'], 1],
    [
      'is no nightly build, preview or other channel',
      ['stable-1.0.0', 'stable-2.0.0-rc1', 'stable-next', 'beta-3.0.0'],
      0,
    ],
  ])('%s', (_, names, index) => {
    const tags = names.map((name, day) => tag(name, `2026-09-0${day + 1}`));
    expect(newestTag(tags, 'stable-')).toEqual(tags[index]);
  });

  test('is unknown where none begins like that', () => {
    expect(newestTag([tag('beta-1.0', '2026-09-01')], 'stable-')).toBeUndefined();
  });
});
