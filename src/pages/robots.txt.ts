import type { APIContext } from 'astro';
import { href } from '../site/site.ts';

/** What search engines may read: everything. */
export function GET({ site }: APIContext): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('sitemap-index.xml'), site).href}\n`);
}
