import type { Diagnostic, Place } from '../../src/diagnostics/diagnostic.ts';

/** A finding with everything that a test does not say. */
export function makeDiagnostic(some: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ruleId: 'unknown-level',
    source: 'interop-matrix',
    severity: 'error',
    file: 'data/environments/cloud/acme.yaml',
    reason: '`teste` is not a level.',
    place: between(3, 8, 13),
    ...some,
  };
}

/** A place within one line. */
export function between(line: number, from: number, to: number): Place {
  return { start: { line, column: from }, end: { line, column: to } };
}
