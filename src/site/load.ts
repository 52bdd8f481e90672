import type { Dataset } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { readData } from '../io/read-data.ts';
import { newestDate } from '../matrix/as-of.ts';
import { runRules } from '../rules/run-rules.ts';

/** What pages are made of: the data, and the day they speak of. */
export interface SiteData {
  readonly dataset: Dataset;
  readonly asOf: string;
}

/** Reads the data of the site. Throws all errors at once, as the validator prints them, where the data has any. */
export async function loadSite(folder: string): Promise<SiteData> {
  const parsed = parseDataset(await readData(folder), folder);
  const asOf = parsed.dataset === undefined ? '0000-00-00' : newestDate(parsed.dataset);
  const errors = runRules(parsed, { asOf }).filter((each) => each.severity === 'error');
  if (parsed.dataset === undefined || errors.length > 0)
    throw new Error(`The data has errors:\n\n${formatText(errors, parsed.texts)}`);
  return { dataset: parsed.dataset, asOf };
}
