import type { Dataset } from '../../src/dataset/dataset.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { RULES } from '../../src/rules/registry.ts';
import { ACME, ROOT } from './acme-data.ts';

/** The dataset of the invented project with some files of its own, or other ones in their place. Throws where it has errors. */
export function parseAcme(files: Readonly<Record<string, string>> = {}): Dataset {
  const kept = ACME.filter(({ path }) => !(path in files));
  const own = Object.entries(files).map(([path, content]) => ({ path, content }));
  const { dataset, findings } = parseDataset([...kept, ...own], ROOT);
  const errors = findings.filter(({ ruleId }) => RULES[ruleId].severity === 'error');
  if (dataset === undefined || errors.length > 0) throw new Error(errors.map(({ reason }) => reason).join('\n'));
  return dataset;
}
