import { expect, test } from 'vitest';
import { findCoverage } from '../../src/dataset/coverage.ts';
import { loadSite } from '../../src/site/load.ts';

const { dataset } = await loadSite('data');

// What upstream has added since is drift, of which the Health page tells: no test may fail because the world moved.
test.each(findCoverage({ ...dataset, snapshot: undefined }))(
  '$listing.id: most entries are in the matrix, and the others are excused',
  ({ covered, excused, missing }) => {
    expect(covered.length).toBeGreaterThan(0);
    expect(covered.length + excused.length).toBeGreaterThan(5 * missing.length);
  },
);
