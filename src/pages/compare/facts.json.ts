import { factSheets } from '../../site/fact-sheets.ts';

/** The facts of all environments, for the page that puts some side by side. */
export function GET(): Response {
  return Response.json(factSheets);
}
