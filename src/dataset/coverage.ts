import type { Snapshot } from '../model/snapshot.ts';
import type { Watch } from '../model/watch.ts';
import type { Dataset } from './dataset.ts';
import { evidenceOf } from './references.ts';

/** A watched listing, as the watch list describes it. */
type Listing = Watch['listings'][number];

/** How far the matrix covers a watched listing. */
export interface Coverage {
  readonly listing: Listing;
  /** The day the listing was last read, by somebody or by sync. */
  readonly read: string;
  /** All entries it had then. */
  readonly entries: readonly string[];
  readonly covered: readonly string[];
  /** Those that nothing names and nothing excuses. */
  readonly missing: readonly string[];
  readonly excused: Listing['excused'];
  /** The excuses that are no longer needed: the entry is covered, or the listing has it no more. */
  readonly needless: readonly { readonly index: number; readonly entry: string; readonly isCovered: boolean }[];
}

/** How far the matrix covers each watched listing, in the order of the watch list. */
export function findCoverage(dataset: Dataset): readonly Coverage[] {
  const listings = dataset.watch?.value.listings ?? [];
  if (listings.length === 0) return [];
  const places = namedPlaces(dataset);
  const names = providerNames(dataset);
  return listings.map((listing) => {
    const isCovered = (entry: string): boolean =>
      listing.covers === 'providers'
        ? names.has(entry.toLowerCase())
        : placesOf(listing, entry).some((place) => places.has(place));
    return coverageOf(listing, newestReading(listing, dataset.snapshot), isCovered);
  });
}

function coverageOf(
  listing: Listing,
  { on, entries }: Pick<Listing['seen'], 'on' | 'entries'>,
  isCovered: (entry: string) => boolean,
): Coverage {
  const [covered, open] = [entries.filter(isCovered), entries.filter((entry) => !isCovered(entry))];
  const { excused } = listing;
  return {
    listing,
    read: on,
    entries,
    covered,
    missing: open.filter((entry) => excused.every((excuse) => excuse.entry !== entry)),
    excused: excused.filter(({ entry }) => open.includes(entry)),
    needless: excused.flatMap(({ entry }, index) =>
      open.includes(entry) ? [] : [{ index, entry, isCovered: covered.includes(entry) }],
    ),
  };
}

/** What a listing held when it was last read: as sync found it, or as the watch list says where that is newer. */
function newestReading({ id, seen }: Listing, snapshot: Snapshot | undefined): Pick<Listing['seen'], 'on' | 'entries'> {
  const value = snapshot?.listings[id];
  if (value?.answer === undefined || value.fetched < seen.on) return seen;
  return { on: value.fetched, entries: value.answer.entries };
}

/** The places that the evidence of all environments names: a file or folder, or a line of a file. */
function namedPlaces({ environments }: Dataset): ReadonlySet<string> {
  return new Set(
    environments.flatMap((entry) =>
      evidenceOf(entry).map(({ evidence }) => placeName(evidence.repository, evidence.path, evidence.entry)),
    ),
  );
}

/** What a listing’s entry is called where evidence names it: a folder’s files end in many ways, which its pattern leaves off. */
function placesOf({ of, repository, path }: Listing, entry: string): readonly string[] {
  if (of === 'lines') return [placeName(repository, path, entry)];
  return ['', '.sh', '.md', '/', '/_index.md', '/index.md'].map((end) =>
    placeName(repository, `${path}/${entry}${end}`, undefined),
  );
}

function placeName(repository = '', path = '', entry = ''): string {
  return `${repository} ${path} ${entry}`;
}

/** Every name that providers go by, in small letters. */
function providerNames({ providers }: Dataset): ReadonlySet<string> {
  return new Set(
    providers.flatMap(({ value }) => [value.name, value.acronym, ...value.aliases].map((name) => name.toLowerCase())),
  );
}
