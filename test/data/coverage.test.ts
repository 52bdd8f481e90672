import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../src/rules/entries.ts';
import { loadSite } from '../../src/site/load.ts';

const { dataset } = await loadSite('data');
const listings = dataset.watch?.value.listings ?? [];

/** The places that the evidence of all environments names: a file, or an entry of a file. */
const named = new Set(
  dataset.environments.flatMap((entry) =>
    evidenceOf(entry).map(({ evidence }) => [evidence.repository, evidence.path, evidence.entry].filter(Boolean).join(' ')),
  ),
);
const providerNames = new Set(
  dataset.providers.flatMap(({ value }) => [value.name, value.acronym, ...value.aliases].map((name) => name.toLowerCase())),
);

describe('the watched listings, as they were last read', () => {
  test('there are some', () => expect(listings.length).toBeGreaterThan(0));

  test.each(listings)('$id: every entry is in the matrix or excused, and no excuse is left over', (listing) => {
    const paths = (entry: string): readonly string[] =>
      listing.of === 'lines'
        ? [`${listing.repository} ${listing.path} ${entry}`]
        : ['', '.sh', '.md', '/', '/_index.md', '/index.md'].map((end) => `${listing.repository} ${listing.path}/${entry}${end}`);
    const covered = (entry: string): boolean =>
      listing.covers === 'providers' ? providerNames.has(entry.toLowerCase()) : paths(entry).some((path) => named.has(path));
    const excused = new Set(listing.excused.map(({ entry }) => entry));
    const { entries } = listing.seen;
    expect(entries.filter((entry) => !covered(entry) && !excused.has(entry))).toEqual([]);
    expect([...excused].filter((entry) => covered(entry) || !entries.includes(entry))).toEqual([]);
  });
});
