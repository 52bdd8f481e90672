import type { Dataset } from '../dataset/dataset.ts';
import type { ParsedDataset } from '../dataset/parse-dataset.ts';
import { UsageError } from './usage-error.ts';

/** The dataset of a data folder. Throws a UsageError where its `matrix.yaml` cannot be read: without it, no word is known. */
export function requireDataset({ dataset }: ParsedDataset, root: string): Dataset {
  if (dataset === undefined)
    throw new UsageError(
      `${root}/matrix.yaml cannot be read: \`npm run validate -- --data ${root}\` says what is wrong with it.`,
    );
  return dataset;
}
