import type { EvidenceKind } from '../model/evidence.ts';

/** What pages call the kinds of evidence. */
export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  ci: 'Release tests',
  'upstream-ci': 'Upstream tests',
  image: 'Image',
  documentation: 'Documentation',
  report: 'Report',
};
