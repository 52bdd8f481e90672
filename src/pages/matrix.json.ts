import { buildMatrixOutlet, formatOutlet } from '../outlets/build-outlet.ts';
import { site } from '../site/site.ts';

/** The whole matrix, for programs. */
export function GET(): Response {
  return new Response(formatOutlet(buildMatrixOutlet(site.outlets)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
