import type { Dataset } from '../dataset/dataset.ts';
import { compareNames, levelView } from './matrix-view.ts';
import type { Past } from './past.ts';

/** Builds what the matrix of any past day is made of. `asOf` is the last day that can be asked for. */
export function buildPast({ matrix, environments }: Dataset, asOf: string): Past {
  const { levels, categories } = matrix.value;
  const order = new Map(categories.map(({ id }, index) => [id, index]));
  return {
    last: asOf,
    levels: levels.map(levelView),
    categories: categories.map(({ id, label }) => ({ id, label })),
    environments: environments
      .map(({ id, category, value }) => ({
        id,
        name: value.name,
        category,
        steps: value.history.map(({ on, level }) => ({ on, level })),
        ...(value.lifecycle === 'retired' && { retired: value.since! }),
      }))
      .toSorted((a, b) => order.get(a.category)! - order.get(b.category)! || compareNames(a.name, b.name)),
  };
}
