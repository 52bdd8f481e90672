import type { Matrix } from '../model/matrix.ts';

/** Where the site is published: the origin, and the path below it with a slash at both ends. */
export interface Address {
  readonly origin: string;
  readonly base: string;
}

/** Splits the address that the matrix, or `override`, gives. Throws where the override is no https or http address. */
export function siteAddress({ links }: Pick<Matrix, 'links'>, override?: string): Address {
  const url = URL.parse(override ?? links.site);
  if (url === null) throw new Error(`SITE_URL is not an address: ${override ?? links.site}`);
  return { origin: url.origin, base: `${url.pathname.replace(/\/+$/, '')}/` };
}
