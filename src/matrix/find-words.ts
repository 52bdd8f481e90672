import type { FindSchema, FindState } from './find-state.ts';

/** A piece of a sentence; one that stands for something chosen has the state without it. */
export interface Piece {
  readonly text: string;
  readonly without?: FindState;
}

/** How many rows there are, and what of. */
export interface Counted {
  readonly shown: number;
  readonly total: number;
  /** What is said where nothing keeps rows out. */
  readonly all: string;
  /** Whether the rows were found only because typos are forgiven. */
  readonly forgiven: boolean;
}

/** Says what is shown: “12 of 62 environments, tested, arm64”. */
export function describeFound(state: FindState, schema: FindSchema, counted: Counted): readonly Piece[] {
  const { shown, total, all, forgiven } = counted;
  const filters = filtersOf(state, schema).flatMap(({ pieces }, index) => [
    { text: forgiven && index === 0 ? ', like ' : ', ' },
    ...pieces,
  ]);
  return [
    { text: filters.length === 0 ? all : `${shown} of ${total} environments` },
    ...filters,
    ...sortPieces(state, schema),
  ];
}

/** Something that keeps rows out, and the state without it. */
export interface Filter {
  /** What it is called, option by option. */
  readonly pieces: readonly Piece[];
  readonly without: FindState;
}

/** Everything that keeps rows out: the text first, then each facet that something is chosen of. */
export function filtersOf(state: FindState, { facets }: FindSchema): readonly Filter[] {
  const withChosen = (facet: number, places: readonly number[]): FindState => ({
    ...state,
    chosen: state.chosen.with(facet, places),
  });
  const text = { ...state, query: '' };
  return [
    ...(state.query === '' ? [] : [{ pieces: [{ text: `“${state.query}”`, without: text }], without: text }]),
    ...facets.flatMap(({ options }, facet) => {
      const places = state.chosen[facet]!;
      const pieces = places.flatMap((place, index): readonly Piece[] => [
        ...(index === 0 ? [] : [{ text: ' or ' }]),
        {
          text: inSentence(options[place]!.label),
          without: withChosen(
            facet,
            places.filter((each) => each !== place),
          ),
        },
      ]);
      return pieces.length === 0 ? [] : [{ pieces, without: withChosen(facet, []) }];
    }),
  ];
}

function sortPieces(state: FindState, { columns }: FindSchema): readonly Piece[] {
  const { sort } = state;
  const label = columns.find(({ id }) => id === sort?.column)?.label;
  return sort === undefined || label === undefined
    ? []
    : [
        { text: ', sorted by ' },
        { text: `${inSentence(label)}${sort.reversed ? ', reversed' : ''}`, without: { ...state, sort: undefined } },
      ];
}

/** How a label reads inside of a sentence: with a small letter, unless it is a name or an acronym. */
function inSentence(label: string): string {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(label) ? label.toLowerCase() : label;
}
