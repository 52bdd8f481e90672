import type { Matrix } from '../model/matrix.ts';

/** Where the site is published: the origin, and the path below it with a slash at both ends. */
export interface Address {
  readonly origin: string;
  readonly base: string;
}

/**
 * Splits the address that the matrix, or `override`, gives; an empty override, which is how a workflow passes a variable
 * that nobody set, is none. Throws where the override is no http or https address.
 */
export function siteAddress({ links }: Pick<Matrix, 'links'>, override = ''): Address {
  const address = override === '' ? links.site : override;
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error(`SITE_URL is not an address: ${address}`);
  return { origin: url.origin, base: `${url.pathname.replace(/\/+$/, '')}/` };
}
