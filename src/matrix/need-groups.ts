import type { Need } from './need.ts';

/** Needs that one explanation and the same lines serve. */
export interface NeedGroup extends Pick<Need, 'what' | 'step' | 'lines'> {
  readonly needs: readonly Need[];
}

/** Puts needs of entries of one kind together that ask for the same, each group where its first one was. */
export function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const groups = Map.groupBy(needs, ({ entry, what, step, lines }) => JSON.stringify([entry.kind, what, step, lines]));
  return [...groups.values()].map((own) => {
    const { what, step, lines } = own[0]!;
    return { what, step, lines, needs: own };
  });
}
