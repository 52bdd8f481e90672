import { formatMarkdown } from '../markdown/format-matrix.ts';
import { site } from '../site/site.ts';

/** The matrix as tables in one Markdown document. */
export function GET(): Response {
  return new Response(formatMarkdown(site.outlets), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
