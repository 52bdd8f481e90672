import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { findCoverage } from '../../src/dataset/coverage.ts';
import { loadSite } from '../../src/site/load.ts';
import { readableText } from '../support/built-pages.ts';

const { dataset } = await loadSite('data');
const html = await readFile(join(inject('site').folder, 'health/index.html'), 'utf8');

test('the health page says whether GitHub was asked', () => {
  const checked = dataset.snapshot?.collected;
  expect(readableText(html)).toContain(
    checked === undefined ? 'not yet checked against GitHub' : `asked on ${checked}`,
  );
});

test('it tells how far every watched listing is covered, whether GitHub was asked or not', () => {
  const coverage = findCoverage(dataset);
  expect(coverage.length).toBeGreaterThan(0);
  for (const { listing, covered, entries } of coverage)
    expect(readableText(html)).toContain(`${listing.title} ${covered.length} of ${entries.length} are in the matrix`);
});
