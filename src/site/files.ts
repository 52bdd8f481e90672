import { getRssString } from '@astrojs/rss';
import type { Dataset } from '../dataset/dataset.ts';
import { formatMarkdown } from '../markdown/format-matrix.ts';
import { buildPast } from '../matrix/build-past.ts';
import { buildFactSheets } from '../matrix/fact-sheets.ts';
import { buildMatrix, providersByEnvironment } from '../matrix/matrix-view.ts';
import { redirectsOf } from '../matrix/names.ts';
import { buildFeed } from '../outlets/build-feed.ts';
import { buildEnvironmentOutlet, buildMatrixOutlet, formatOutlet } from '../outlets/build-outlet.ts';
import { buildBadge, formatBadge } from '../outlets/format-badge.ts';
import { formatCsv } from '../outlets/format-csv.ts';
import type { Address } from './address.ts';
import { formatIcon } from './icon.ts';
import type { SiteData } from './load.ts';
import { listNeighbours } from './neighbours.ts';
import { listPlaces } from './places.ts';
import { renderRedirect } from './redirects.ts';

/** A file of the site that is no page. */
export interface SiteFile {
  /** Where it is, from the root of the site. */
  readonly path: string;
  readonly make: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/**
 * Everything that the site has besides its pages and pictures: what programs read, what pages load when they are asked
 * something, the JSON and the badge of each environment, and a page at every old address.
 */
export function* listFiles(data: SiteData, { origin, base }: Address): Iterable<SiteFile> {
  const { dataset, asOf } = data;
  const { environments } = dataset;
  const source = { dataset, asOf, site: `${origin}${base.slice(0, -1)}`, providersOf: providersByEnvironment(dataset) };

  yield { path: 'robots.txt', make: () => `User-agent: *\nAllow: /\n\nSitemap: ${source.site}/sitemap-index.xml\n` };
  yield { path: 'favicon.svg', make: () => formatIcon(dataset.matrix.value.accent) };
  yield { path: 'feed.xml', make: () => getRssString(buildFeed(dataset, source.site)) };
  yield { path: 'matrix.csv', make: () => formatCsv(source) };
  yield { path: 'matrix.json', make: () => formatOutlet(buildMatrixOutlet(source)) };
  yield { path: 'matrix.md', make: () => formatMarkdown(source) };
  yield { path: 'places.json', make: () => JSON.stringify(listPlaces(dataset)) };
  yield { path: 'add/files.json', make: () => JSON.stringify(listNeighbours(data)) };
  yield { path: 'as-of/history.json', make: () => JSON.stringify(buildPast(dataset, asOf)) };
  yield { path: 'compare/facts.json', make: () => JSON.stringify(buildFactSheets(dataset, buildMatrix(dataset))) };

  for (const entry of environments) {
    const make = (): string => formatOutlet(buildEnvironmentOutlet(entry, source));
    yield { path: `environments/${entry.id}.json`, make };
  }
  yield* listBadges(dataset);
  for (const kind of ['environments', 'providers'] as const)
    for (const [from, to] of redirectsOf(dataset[kind]))
      yield { path: `${kind}/${from}/index.html`, make: () => renderRedirect(`${base}${kind}/${to}/`) };
}

/** The badges of all environments; also at old addresses, where a picture cannot be told to lead on. */
function* listBadges(dataset: Dataset): Iterable<SiteFile> {
  const old = Map.groupBy(redirectsOf(dataset.environments), ([, id]) => id);
  for (const entry of dataset.environments) {
    let badge: string | undefined;
    const make = (): string => (badge ??= formatBadge(buildBadge(entry, dataset)));
    for (const id of [entry.id, ...(old.get(entry.id) ?? []).map(([from]) => from)])
      yield { path: `badges/${id}.svg`, make };
  }
}
