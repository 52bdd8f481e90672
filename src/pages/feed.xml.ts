import rss from '@astrojs/rss';
import { buildFeed } from '../outlets/build-feed.ts';
import { site } from '../site/site.ts';

/** The level changes, for readers of feeds. */
export function GET(): Promise<Response> {
  return rss(buildFeed(site.dataset, site.outlets.site));
}
