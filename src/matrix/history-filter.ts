import type { FindSchema, FindState } from './find-state.ts';

/** What a change of an entry was: the first listing, a better level, a worse one, the end, or a note. */
export const DIRECTIONS = ['added', 'raised', 'lowered', 'retired', 'noted'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** What a change is looked for by: its choice in each facet, and all that is printed about it. */
interface Searched {
  readonly choices: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Whether a change is what somebody looks for: every word that was typed is somewhere in its text. */
export function isWanted({ choices, text }: Searched, { query, chosen }: FindState, { facets }: FindSchema): boolean {
  const fits = facets.every(({ id, options }, facet) => {
    const places = chosen[facet]!;
    return places.length === 0 || places.some((place) => options[place]!.id === choices[id]);
  });
  const lower = text.toLowerCase();
  return (
    fits &&
    query
      .toLowerCase()
      .split(' ')
      .every((word) => lower.includes(word))
  );
}
