/** How wide the letters of Verdana are, in parts of their size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.25, "'il"],
      [0.35, ' ,.fj'],
      [0.4, '!It'],
      [0.45, '"()-/:;J[\\]r|'],
      [0.5, 'cs'],
      [0.55, '?FLz'],
      [0.6, 'PTYabdegkopqvxy'],
      [0.65, '$*0123456789E_`hnu{}'],
      [0.7, 'ABCKRSVXZ'],
      [0.75, '&DHNU'],
      [0.8, '#+<=>GOQ^w~'],
      [0.85, 'M'],
      [0.95, 'm'],
      [1, '@W'],
      [1.1, '%'],
    ] as const
  ).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);

/** What is written in squares, such as Chinese, and emoji, begin here. */
const FIRST_SQUARE = 0x2e80;

/** About how wide a text is when it is set in Verdana; the same on every machine, whatever its fonts. */
export function textWidth(text: string, size: number): number {
  const widths = Array.from(text, (letter) => WIDTHS.get(letter) ?? (letter.codePointAt(0)! < FIRST_SQUARE ? 0.65 : 1));
  return Math.round(widths.reduce((sum, width) => sum + width, 0) * size);
}
