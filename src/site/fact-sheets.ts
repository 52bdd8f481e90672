import { buildFactSheets } from '../matrix/fact-sheets.ts';
import { site } from './site.ts';

/** The facts of all environments, built once for the page that compares and for what it loads. */
export const factSheets = buildFactSheets(site.dataset, site.matrix);
