import { formatCsv } from '../outlets/format-csv.ts';
import { site } from '../site/site.ts';

/** The environments, for spreadsheets. */
export function GET(): Response {
  return new Response(formatCsv(site.outlets), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
