import type { Matrix } from '../model/matrix.ts';

/** Where the site is published: the origin, and the path below it with a slash at both ends. */
export interface Address {
  readonly origin: string;
  readonly base: string;
}

/** Nothing can be published at the address. */
class AddressError extends Error {
  override readonly name = 'AddressError';
}

/**
 * Splits the address that the matrix, or `override`, gives; an empty override, which is how a workflow passes a variable
 * that nobody set, is none. Throws an AddressError where it is no http or https address, or where its path has characters
 * that are escaped: no page would be found below it.
 */
export function siteAddress({ links }: Pick<Matrix, 'links'>, override = ''): Address {
  const [address, place] = override === '' ? [links.site, 'links.site of matrix.yaml'] : [override, 'SITE_URL'];
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new AddressError(`${place} takes an address such as https://example.org/matrix, not “${address}”.`);
  if (url.pathname.includes('%'))
    throw new AddressError(`${place} takes a path of letters, digits and hyphens, not “${address}”.`);
  return { origin: url.origin, base: `${url.pathname.replace(/\/+$/, '')}/` };
}
