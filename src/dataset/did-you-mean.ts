import { distance } from 'fastest-levenshtein';

/**
 * The word somebody probably meant: the same but for capitals or separators, else the nearest within a third of its length.
 * Undefined where nothing is near enough to be helpful.
 */
export function didYouMean(written: string, words: readonly string[]): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
  // Nobody mistypes a word into a text of a thousand letters.
  if (written.length > 64) return undefined;
  const same = words.find((word) => plain(word) === plain(written));
  if (same !== undefined) return same;
  const ranked = words
    .map((word) => ({ word, away: distance(plain(written), plain(word)) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(Math.max(word.length, written.length) / 3)))
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.word ?? words.find((word) => plain(written).length > 2 && plain(word).startsWith(plain(written)));
}

/** A list of words for a sentence: “`a`, `b` and `c`”. */
export function listWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
