import { type Dataset, withoutTexts } from '../dataset/dataset.ts';
import { type ParsedDataset, parseDataset } from '../dataset/parse-dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { listData, readData, readFiles } from '../io/read-data.ts';
import { newestDate } from '../matrix/as-of.ts';
import type { Matrix } from '../model/matrix.ts';
import { RULES } from '../rules/registry.ts';
import { runRules } from '../rules/run-rules.ts';

/** What pages are made of: the data, of which no page shows the text, and the day they speak of. */
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

/** Reads the data of the site, once a process, by `read`. Throws what that throws. */
export function loadSite(
  folder: string,
  read: (folder: string) => SiteData | Promise<SiteData> = readSite,
): Promise<SiteData> {
  const sites = (shared.matrixSites ??= new Map<string, Promise<SiteData>>());
  const known = sites.get(folder);
  if (known !== undefined) return known;
  // At once, and not after what else is to be done: threads start with it.
  const reading = (async () => read(folder))();
  sites.set(folder, reading);
  return reading;
}

/** Reads the data of the site. Throws all errors at once, as the validator prints them, where the data has any. */
export function readSite(folder: string): SiteData {
  const parsed = parseDataset(readData(folder), folder, { isStyleChecked: false });
  const judged = judge(parsed);
  if (!('dataset' in judged)) throw new DataError(formatText(judged, parsed.texts));
  return judged;
}

/** The others keep nothing from being published. */
const ERROR_RULES = Object.values(RULES).filter(({ severity }) => severity === 'error');

/** The data as pages need it, where no error keeps it from being published, else the errors. */
export function judge(parsed: Pick<ParsedDataset, 'dataset' | 'findings'>): SiteData | readonly Diagnostic[] {
  const { dataset } = parsed;
  const asOf = dataset === undefined ? '0000-00-00' : newestDate(dataset);
  const errors = runRules(parsed, { asOf }, ERROR_RULES).filter((each) => each.severity === 'error');
  return dataset === undefined || errors.length > 0 ? errors : { dataset: withoutTexts(dataset), asOf };
}

/** Reads the project alone: its address and its colours are needed before any page is made. Throws like `loadSite`. */
export function loadProject(folder: string): Matrix {
  const paths = listData(folder).filter((path) => path === 'matrix.yaml');
  const parsed = parseDataset(readFiles(folder, paths), folder);
  if (parsed.dataset === undefined)
    throw new DataError(formatText(runRules(parsed, { asOf: '0000-00-00' }), parsed.texts));
  return parsed.dataset.matrix.value;
}
