/** The rows that each word is in, by their places. */
export type WordIndex = Map<string, number[]>;

/** The rows whose texts hold what was looked for. */
export interface TextMatch {
  /** For each row 1 where it is found; undefined where nothing was looked for, and every row is. */
  readonly rows: Uint8Array | undefined;
  /** Whether they were found only because typos are forgiven. */
  readonly forgiven: boolean;
}

/** Shorter words are found at the beginning of others alone: inside, two letters are nearly everywhere. */
const SHORTEST_INSIDE = 3;

/** The words of a text as they are compared: small letters and digits, without accents. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Adds the words of a row to an index. */
export function addWords(index: WordIndex, row: number, words: readonly string[]): void {
  for (const word of words) {
    const rows = index.get(word);
    if (rows === undefined) index.set(word, [row]);
    else if (rows.at(-1) !== row) rows.push(row);
  }
}

/** Finds the rows, `size` in all, that hold every word of a text. Where there is none, small typos are forgiven. */
export function findText(index: WordIndex, size: number, text: string): TextMatch {
  const words = wordsOf(text);
  if (words.length === 0) return { rows: undefined, forgiven: false };
  const exact = findAll(index, size, words, holds);
  if (exact !== undefined) return { rows: exact, forgiven: false };
  const close = findAll(index, size, words, (word, sought) => holds(word, sought) || beginsLike(word, sought));
  return { rows: close ?? new Uint8Array(size), forgiven: close !== undefined };
}

/** The rows that have a fitting word for every one that is sought; undefined where there is none. */
function findAll(
  index: WordIndex,
  size: number,
  sought: readonly string[],
  fits: (word: string, sought: string) => boolean,
): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  for (const each of sought) {
    const rows = new Uint8Array(size);
    let any = false;
    for (const [word, places] of index) {
      if (!fits(word, each)) continue;
      for (const place of places) {
        if (found?.[place] === 0) continue;
        rows[place] = 1;
        any = true;
      }
    }
    if (!any) return undefined;
    found = rows;
  }
  return found;
}

function holds(word: string, sought: string): boolean {
  return sought.length < SHORTEST_INSIDE ? word.startsWith(sought) : word.includes(sought);
}

/** How many letters may be wrong: in a short word every letter counts. */
function errorsForgiven(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Whether a word begins like another: a letter missing, added, changed, or swapped with the next one. */
function beginsLike(word: string, sought: string): boolean {
  const errors = errorsForgiven(sought.length);
  const width = Math.min(word.length, sought.length + errors);
  if (errors === 0 || width < sought.length - errors) return false;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= sought.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = sought[row - 1] === word[column - 1];
      const swapped =
        row > 1 && column > 1 && sought[row - 1] === word[column - 2] && sought[row - 2] === word[column - 1];
      next.push(
        Math.min(
          last[column]! + 1,
          next[column - 1]! + 1,
          last[column - 1]! + (same ? 0 : 1),
          swapped ? before[column - 2]! + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...next) > errors) return false;
    [before, last] = [last, next];
  }
  return Math.min(...last) <= errors;
}
