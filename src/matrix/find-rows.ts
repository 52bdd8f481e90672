/** What a row is narrowed and sorted by. */
export interface FindRow {
  /** For each facet the places of the options that are true of the row. */
  readonly facets: readonly (readonly number[])[];
  /** For each column the place of the row in its order; undefined where there is nothing to sort by. */
  readonly ranks: readonly (number | undefined)[];
}

/** The rows that are shown, by their places, and for each option of each facet how many rows it would show. */
export interface Found {
  readonly shown: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

/** Writes the options of a row into an attribute: `0;1;0,1;;2`. */
export function formatFacets(facets: FindRow['facets']): string {
  return facets.map((options) => options.join(',')).join(';');
}

/** Writes the ranks of a row into an attribute: `12;;3`. */
export function formatRanks(ranks: FindRow['ranks']): string {
  return ranks.join(';');
}

const NONE: readonly number[] = [];

/** Reads what `formatFacets` wrote. */
export function parseFacets(text: string): FindRow['facets'] {
  // Most facets have one option or none: what is not made anew for each of thousands of rows costs nothing.
  return text.split(';').map((options) => (options === '' ? NONE : options.split(',').map(Number)));
}

/** Reads what `formatRanks` wrote. */
export function parseRanks(text: string): FindRow['ranks'] {
  return text.split(';').map((rank) => (rank === '' ? undefined : Number(rank)));
}

/**
 * Finds the rows that have one of the chosen options of every facet where any is chosen. The counts of a facet ignore
 * what is chosen of it: they say what each of its options would show beside what is chosen of the others.
 * `sizes` says how many options each facet has, `isFound` whether the text of a row is found.
 */
export function findRows(
  rows: readonly FindRow[],
  chosen: readonly (readonly number[])[],
  sizes: readonly number[],
  isFound: (row: number) => boolean,
): Found {
  const counts = sizes.map((size) => Array<number>(size).fill(0));
  const shown: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    if (!isFound(row)) continue;
    const { facets } = rows[row]!;
    let failing = 0;
    let failed = -1;
    for (let facet = 0; facet < facets.length; facet += 1) {
      if (fits(facets[facet]!, chosen[facet]!)) continue;
      failing += 1;
      failed = facet;
    }
    if (failing === 0) shown.push(row);
    if (failing > 1) continue;
    // A row that one facet alone keeps out would be shown by the other options of that facet.
    for (let facet = 0; facet < facets.length; facet += 1) {
      if (failing === 0 || facet === failed) for (const option of facets[facet]!) counts[facet]![option]! += 1;
    }
  }
  return { shown, counts };
}

function fits(own: readonly number[], chosen: readonly number[]): boolean {
  return chosen.length === 0 || own.some((option) => chosen.includes(option));
}

/** Sorts rows, given by their places, by a column; equal ones stay in their order, and rows without a rank come last. */
export function sortRows(
  places: readonly number[],
  rows: readonly FindRow[],
  column: number,
  reversed: boolean,
): readonly number[] {
  const last = rows.length;
  // One number for each row, its rank before its place, sorts many times faster than a comparison.
  const keys = Float64Array.from(places, (place, index) => {
    const rank = rows[place]!.ranks[column];
    return (rank === undefined ? last : reversed ? last - 1 - rank : rank) * last + index;
  });
  return [...keys.sort()].map((key) => places[key % last]!);
}
