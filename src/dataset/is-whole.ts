import type { Dataset } from './dataset.ts';

/** Whether every file of a kind was read: one with mistakes is left out, and what it refers to is not known. */
export function isWhole(dataset: Dataset, kind: 'environments' | 'providers'): boolean {
  const ids = kind === 'environments' ? dataset.environmentIds : dataset.providerIds;
  return dataset[kind].length === ids.size;
}
