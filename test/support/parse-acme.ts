import type { Dataset } from '../../src/dataset/dataset.ts';
import { ACME, datasetOf } from './acme-data.ts';

/** The dataset of the invented project with some files of its own, or other ones in their place. Throws where it has errors. */
export function parseAcme(files: Readonly<Record<string, string>> = {}): Dataset {
  const kept = ACME.filter(({ path }) => !(path in files));
  return datasetOf([...kept, ...Object.entries(files).map(([path, content]) => ({ path, content }))]);
}
