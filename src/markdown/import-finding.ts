import type { Diagnostic, Finding, Severity } from '../diagnostics/diagnostic.ts';

/** What import can find, and how much it weighs: an error is something that was left out. */
const SEVERITY_OF = {
  'no-table': 'error',
  'malformed-table': 'error',
  'malformed-row': 'error',
  'duplicate-row': 'error',
  'unknown-section': 'error',
  'unknown-provider': 'error',
  'invalid-entry': 'error',
  'empty-row': 'warning',
  'unknown-column': 'warning',
  'unknown-value': 'warning',
  'unknown-maintainer': 'warning',
  'ambiguous-value': 'warning',
  'unbacked-level': 'note',
  'outside-table': 'note',
} as const satisfies Readonly<Record<string, Severity>>;

export type ImportId = keyof typeof SEVERITY_OF;
export type ImportFinding = Omit<Finding<ImportId>, 'file'>;

/** Says what was found in the document; who calls knows the file. */
export type Report = (
  ruleId: ImportId,
  place: ImportFinding['place'],
  reason: string,
  more?: Pick<ImportFinding, 'note' | 'expected' | 'related'>,
) => void;

/** A finding with the file it is in and its weight. */
export function stampFinding(finding: ImportFinding, file: string): Diagnostic<ImportId> {
  return { ...finding, file, source: 'interop-matrix', severity: SEVERITY_OF[finding.ruleId] };
}
