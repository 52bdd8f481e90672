import { readPictureAssets } from '../io/read-picture-assets.ts';
import { type NewFile, writeNewFiles } from '../io/write-new-files.ts';
import { providersByEnvironment } from '../matrix/matrix-view.ts';
import { redirectsOf } from '../matrix/names.ts';
import { buildEnvironmentOutlet, formatOutlet } from '../outlets/build-outlet.ts';
import { buildBadge, formatBadge } from '../outlets/format-badge.ts';
import { createPainter } from '../outlets/picture.ts';
import { listPictures } from '../outlets/pictures.ts';
import type { SiteData } from './load.ts';
import { renderRedirect } from './redirects.ts';

/** Where the small files go, and where they will be. */
export interface SmallFilesOptions {
  /** Where the site is published: `https://example.org`. */
  readonly origin: string;
  /** The path of the site there, with a slash at both ends. */
  readonly base: string;
  /** The folder of the built site. */
  readonly out: string;
}

/**
 * Writes what the built site has besides its pages: the JSON and the badge of each environment, a page at every old
 * address, and the pictures that previews show. As pages of Astro they would take half as long again as everything else.
 */
export async function writeSmallFiles(data: SiteData, { origin, base, out }: SmallFilesOptions): Promise<void> {
  writeNewFiles(out, listOutlets(data, `${origin}${base.slice(0, -1)}`));
  writeNewFiles(out, listRedirects(data, base));
  const paint = await createPainter(readPictureAssets());
  for (const { path, picture } of listPictures(data.dataset))
    writeNewFiles(out, [{ path, content: await paint(picture) }]);
}

/** The JSON and the badge of each environment; the badge also at old addresses, where a picture cannot be told to lead on. */
function* listOutlets({ dataset, asOf }: SiteData, site: string): Iterable<NewFile> {
  const source = { dataset, asOf, site, providersOf: providersByEnvironment(dataset) };
  const old = Map.groupBy(redirectsOf(dataset.environments), ([, id]) => id);
  for (const entry of dataset.environments) {
    yield { path: `environments/${entry.id}.json`, content: formatOutlet(buildEnvironmentOutlet(entry, source)) };
    const badge = formatBadge(buildBadge(entry, dataset));
    for (const id of [entry.id, ...(old.get(entry.id) ?? []).map(([from]) => from)])
      yield { path: `badges/${id}.svg`, content: badge };
  }
}

/** A page at every old address: aliases, and ids that a file had before. */
function* listRedirects({ dataset }: SiteData, base: string): Iterable<NewFile> {
  for (const kind of ['environments', 'providers'] as const)
    for (const [from, to] of redirectsOf(dataset[kind]))
      yield { path: `${kind}/${from}/index.html`, content: renderRedirect(`${base}${kind}/${to}/`) };
}
