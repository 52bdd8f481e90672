import { findRows, type FindRow, sortRows } from './find-rows.ts';
import { emptyState, type FindSchema, type FindState } from './find-state.ts';
import { findText, type WordIndex } from './find-text.ts';
import { filtersOf } from './find-words.ts';

/** What all rows are found by. */
export interface RowFacts {
  readonly rows: readonly FindRow[];
  readonly words: WordIndex;
}

/** What somebody looked for and found. */
export interface FindResult {
  /** The places of the rows, in the order they are shown. */
  readonly places: readonly number[];
  /** For each option of each facet how many rows it would show. */
  readonly counts: readonly (readonly number[])[];
  /** Whether the rows were found only because typos are forgiven. */
  readonly forgiven: boolean;
}

/** Finds the rows that a state shows, and sorts them. */
export function find({ rows, words }: RowFacts, { query, chosen, sort }: FindState, schema: FindSchema): FindResult {
  const text = findText(words, rows.length, query);
  const { shown, counts } = findRows(rows, chosen, sizesOf(schema), (row) => text.rows?.[row] !== 0);
  const column = schema.columns.findIndex(({ id }) => id === sort?.column);
  return {
    places: sort === undefined ? shown : sortRows(shown, rows, column, sort.reversed),
    counts,
    forgiven: text.forgiven,
  };
}

/** A way out of an empty list: what it is called, and the state that shows rows again. */
export interface Widening {
  readonly label: string;
  readonly count: number;
  readonly state: FindState;
}

/**
 * What could be taken away for rows to be shown again: one thing, what brings most first; where no single one does,
 * everything but the text, or everything.
 */
export function findWidenings(facts: RowFacts, state: FindState, schema: FindSchema): readonly Widening[] {
  const widen = (label: string, wider: FindState): Widening => ({
    label,
    count: find(facts, wider, schema).places.length,
    state: wider,
  });
  const nothing = emptyState(schema);
  const helps = ({ count }: Widening): boolean => count > 0;
  const single = filtersOf(state, schema)
    .map(({ pieces, without }) => widen(`Without ${pieces.map(({ text }) => text).join('')}`, without))
    .filter(helps)
    .toSorted((a, b) => b.count - a.count);
  if (single.length > 0) return single;
  return [widen(`Only “${state.query}”`, { ...nothing, query: state.query }), widen('Clear all', nothing)].filter(
    helps,
  );
}

function sizesOf({ facets }: FindSchema): readonly number[] {
  return facets.map(({ options }) => options.length);
}
