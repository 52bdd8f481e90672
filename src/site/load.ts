import type { Dataset } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { readData } from '../io/read-data.ts';
import { newestDate } from '../matrix/as-of.ts';
import type { Matrix } from '../model/matrix.ts';
import { runRules } from '../rules/run-rules.ts';

/** What pages are made of: the data, and the day they speak of. */
export interface SiteData {
  readonly dataset: Dataset;
  readonly asOf: string;
}

/** The data cannot be published; the message is what the validator prints. */
class DataError extends Error {
  override readonly name = 'DataError';
}

/** Astro bundles pages apart from its configuration, but both run in one process: what one has read the other finds here. */
const shared = globalThis as { matrixSites?: Map<string, Promise<SiteData>> };

/** Reads the data of the site, once a process. Throws as `readSite` does. */
export function loadSite(folder: string): Promise<SiteData> {
  const sites = (shared.matrixSites ??= new Map<string, Promise<SiteData>>());
  const known = sites.get(folder);
  if (known !== undefined) return known;
  const reading = readSite(folder);
  sites.set(folder, reading);
  return reading;
}

/** Reads the data of the site. Throws all errors at once, as the validator prints them, where the data has any. */
async function readSite(folder: string): Promise<SiteData> {
  const parsed = parseDataset(await readData(folder), folder);
  const asOf = parsed.dataset === undefined ? '0000-00-00' : newestDate(parsed.dataset);
  const errors = runRules(parsed, { asOf }).filter((each) => each.severity === 'error');
  if (parsed.dataset === undefined || errors.length > 0) throw new DataError(formatText(errors, parsed.texts));
  return { dataset: parsed.dataset, asOf };
}

/** Reads the project alone: its address and its colours are needed before any page is made. Throws like `loadSite`. */
export async function loadProject(folder: string): Promise<Matrix> {
  const files = await readData(folder);
  const parsed = parseDataset(
    files.filter(({ path }) => path === 'matrix.yaml'),
    folder,
  );
  if (parsed.dataset === undefined)
    throw new DataError(formatText(runRules(parsed, { asOf: '0000-00-00' }), parsed.texts));
  return parsed.dataset.matrix.value;
}
