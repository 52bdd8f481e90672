import { describe, expect, test } from 'vitest';
import { findCoverage } from '../../src/dataset/coverage.ts';
import { loadSite } from '../../src/site/load.ts';

const { dataset } = await loadSite('data');
const coverage = findCoverage(dataset);

describe('the watched listings, as they were last read', () => {
  test('there are some', () => expect(coverage.length).toBeGreaterThan(0));

  test.each(coverage)('$listing.id: every entry is in the matrix or excused, and no excuse is left over', (listing) => {
    expect(listing.missing).toEqual([]);
    expect(listing.needless).toEqual([]);
    expect(listing.covered.length).toBeGreaterThan(0);
  });
});
