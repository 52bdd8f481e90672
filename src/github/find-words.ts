/** What makes two words one: `qemu` is not in `qemu-unpriv`. */
const WORD = /[\p{L}\p{N}_\-]/u;

/** Which of some words a text has and which it has not; a word counts where nothing lengthens it on either side. */
export function findWords(
  text: string,
  words: readonly string[],
): { readonly entries: readonly string[]; readonly missing: readonly string[] } {
  const entries = words.filter((word) => hasWord(text, word));
  return { entries, missing: words.filter((word) => !entries.includes(word)) };
}

function hasWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (!isInside(text, start) && !isInside(text, end)) return true;
  }
  return false;
}

/** Whether a word goes on across an offset. */
function isInside(text: string, offset: number): boolean {
  return WORD.test(text.charAt(offset - 1)) && WORD.test(text.charAt(offset));
}
