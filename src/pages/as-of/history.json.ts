import { buildPast } from '../../matrix/build-past.ts';
import { site } from '../../site/site.ts';

/** The levels of all environments over time, for the page that shows any past day. */
export function GET(): Response {
  return Response.json(buildPast(site.dataset, site.asOf));
}
