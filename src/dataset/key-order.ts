import type { z } from 'zod';
import { keysAt } from './schema-at.ts';

/** The house order of the keys of a mapping, and of the mappings in it. */
export interface KeyOrder {
  /** The place of each key; empty where any key may stand. */
  readonly ranks: ReadonlyMap<string, number>;
  /** The order within the value of a key, or within the items of a list, whatever their number. */
  readonly below: (key: string) => KeyOrder;
}

/** The order in which a schema names its keys, looked up once for each place. */
export function keyOrder(schema: z.ZodType, path: readonly string[] = []): KeyOrder {
  const known = new Map<string, KeyOrder>();
  return {
    ranks: new Map(keysAt(schema, path).map((key, rank) => [key, rank])),
    below: (key) => {
      const order = known.get(key) ?? keyOrder(schema, [...path, key]);
      known.set(key, order);
      return order;
    },
  };
}
