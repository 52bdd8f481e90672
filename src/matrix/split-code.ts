/** A piece of a sentence: plain, or between backticks. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a sentence at its backticks, the one piece of Markdown that plain sentences may use. */
export function splitCode(sentence: string): readonly Piece[] {
  const parts = sentence.split('`');
  // An odd backtick is text.
  if (parts.length % 2 === 0) return [{ text: sentence, code: false }];
  return parts.map((text, index) => ({ text, code: index % 2 === 1 })).filter((piece) => piece.text !== '');
}
