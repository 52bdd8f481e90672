/** A source of random choices that gives the same ones for the same seed, on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** One of a list. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Whether something happens that does so this often, from 0 to 1. */
  readonly chance: (share: number) => boolean;
}

/** Random choices from a seed (the generator mulberry32). */
export function randomFrom(seed: number): Random {
  // Neighbouring seeds would begin alike: spread them first.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (share) => next() < share,
  };
}
