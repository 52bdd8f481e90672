import { addWords, findText, type WordIndex, wordsOf } from './find-text.ts';

/** A page that one can jump to. */
export interface Place {
  readonly label: string;
  /** What kind of thing it is: “environment”. */
  readonly kind: string;
  /** Where it is, from the root of the site. */
  readonly path: string;
  /** The words it is found by besides its label. */
  readonly words: string;
}

/** Places that can be searched. */
export interface PlaceIndex {
  readonly places: readonly Place[];
  readonly words: WordIndex;
}

/** Makes places ready to be searched. */
export function indexPlaces(places: readonly Place[]): PlaceIndex {
  const words: WordIndex = new Map();
  places.forEach(({ label, words: more }, place) => addWords(words, place, wordsOf(`${label} ${more}`)));
  return { places, words };
}

/** The places that a text leads to, the likeliest first, at most `limit`. */
export function findPlaces({ places, words }: PlaceIndex, text: string, limit: number): readonly Place[] {
  const { rows } = findText(words, places.length, text);
  if (rows === undefined) return places.slice(0, limit);
  const sought = wordsOf(text).join(' ');
  return places
    .flatMap((place, index) => (rows[index] === 0 ? [] : [{ place, distance: distanceOf(place, sought) }]))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ place }) => place);
}

/** How far a place is from what was typed: its name or id, the beginning of its name or of a word in it, another name, part of one. */
function distanceOf({ label, path, words }: Place, sought: string): number {
  const name = ` ${wordsOf(label).join(' ')}`;
  if (name === ` ${sought}` || path.endsWith(`/${sought.replaceAll(' ', '-')}/`)) return 0;
  if (name.startsWith(` ${sought}`)) return 1;
  if (name.includes(` ${sought}`)) return 2;
  return ` ${words}`.includes(` ${sought}`) ? 3 : 4;
}
