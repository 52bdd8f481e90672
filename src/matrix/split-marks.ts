/** A piece of an example, and whether it is what a rule underlines. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits the text of an example at its marks `⟪…⟫`. Invisible characters are shown as their code. */
export function splitMarks(text: string): readonly MarkedPiece[] {
  return text
    .split(/[⟪⟫]/)
    .map((piece, index) => ({ text: showUnseen(piece), marked: index % 2 === 1 }))
    .filter(({ text: shown }) => shown !== '');
}

function showUnseen(text: string): string {
  return text.replace(
    /[\p{Cf}]/gu,
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
