/** Something that can be chosen: its word in the address, and what people read. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One way to narrow a list, and what may be chosen of it. */
export interface Facet extends Choice {
  readonly options: readonly Choice[];
}

/** What a list can be narrowed and sorted by. */
export interface FindSchema {
  readonly facets: readonly Facet[];
  readonly columns: readonly Choice[];
}

/** What somebody looks for. */
export interface FindState {
  readonly query: string;
  /** For each facet the places of the chosen options, ascending; none means all. */
  readonly chosen: readonly (readonly number[])[];
  /** The column to sort by, and whether from its other end; undefined for the order of the page. */
  readonly sort: { readonly column: string; readonly reversed: boolean } | undefined;
}

/** The longest text that is looked for. */
export const QUERY_LENGTH = 100;

/** The state of a page that nobody has narrowed. */
export function emptyState({ facets }: FindSchema): FindState {
  return { query: '', chosen: facets.map(() => []), sort: undefined };
}

/** Reads the part of an address that follows the `?`. What it does not know, it takes for not being there. */
export function parseState(search: string, { facets, columns }: FindSchema): FindState {
  const params = new URLSearchParams(search);
  const order = params.get('sort') ?? '';
  const column = order.replace(/^-/, '');
  return {
    query: cleanQuery(params.get('q') ?? ''),
    chosen: facets.map(({ id, options }) => {
      const named = params.getAll(id).flatMap((value) => value.split(','));
      return options.flatMap((option, place) => (named.includes(option.id) ? [place] : []));
    }),
    sort: columns.some((each) => each.id === column) ? { column, reversed: order !== column } : undefined,
  };
}

/** The part of an address that says what somebody looks for: empty, or `?` and what follows; always the same for the same. */
export function formatState({ query, chosen, sort }: FindState, { facets }: FindSchema): string {
  const parts = [
    ...(query === '' ? [] : [new URLSearchParams({ q: query }).toString()]),
    ...facets.flatMap(({ id, options }, facet) =>
      chosen[facet]!.length === 0 ? [] : [`${id}=${chosen[facet]!.map((place) => options[place]!.id).join(',')}`],
    ),
    ...(sort === undefined ? [] : [`sort=${sort.reversed ? '-' : ''}${sort.column}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A text to look for as the state has it: one line, without spaces around it, not too long. */
export function cleanQuery(text: string): string {
  const line = text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return Array.from(line).slice(0, QUERY_LENGTH).join('').trim();
}

/** The state with an option chosen, or no longer. */
export function toggleOption(state: FindState, facet: number, option: number): FindState {
  const before = state.chosen[facet]!;
  const after = before.includes(option) ? before.filter((place) => place !== option) : [...before, option];
  return {
    ...state,
    chosen: state.chosen.with(
      facet,
      after.toSorted((a, b) => a - b),
    ),
  };
}

/** The next order of a column: from its first end, from the other one, and then the order of the page again. */
export function nextSort(sort: FindState['sort'], column: string): FindState['sort'] {
  if (sort?.column !== column) return { column, reversed: false };
  return sort.reversed ? undefined : { column, reversed: true };
}
