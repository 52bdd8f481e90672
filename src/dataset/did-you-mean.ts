import { distance } from 'fastest-levenshtein';

/**
 * The word somebody probably meant: the same but for capitals, separators or the order of its letters, else the nearest
 * within a third of its length. Undefined where nothing is near enough to be helpful.
 */
export function didYouMean(written: string, words: readonly string[]): string | undefined {
  // Nobody mistypes a word into a text of a thousand letters.
  if (written.length > 64) return undefined;
  const near = plain(written);
  const same = words.find((word) => plain(word) === near) ?? words.find((word) => letters(word) === letters(written));
  if (same !== undefined) return same;
  const ranked = words
    .map((word) => ({ word, away: distance(near, plain(word)) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(Math.max(word.length, written.length) / 3)))
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.word ?? words.find((word) => near.length > 2 && plain(word).startsWith(near));
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}

function letters(word: string): string {
  return Array.from(plain(word)).sort().join('');
}

/** A list of words for a sentence: “`a`, `b` and `c`”. */
export function listWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
