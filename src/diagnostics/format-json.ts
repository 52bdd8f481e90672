import { countSeverities, type Diagnostic } from './diagnostic.ts';

/** Formats diagnostics for programs: one document with the counts, then every finding with all its fields. */
export function formatJson(items: readonly Diagnostic<string>[]): string {
  const document = { counts: countSeverities(items), diagnostics: items };
  return `${JSON.stringify(document, null, 2)}\n`;
}
