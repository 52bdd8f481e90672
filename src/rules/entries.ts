import type { EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import type { DataPath } from '../dataset/source-file.ts';
import type { Evidence } from '../model/evidence.ts';

/** An entry of either kind. */
export type AnyEntry = EnvironmentEntry | ProviderEntry;

/** Every piece of evidence of an entry, with the path to it: an environment’s own, or that of a provider’s stages. */
export function evidenceOf({ value }: AnyEntry): readonly { readonly evidence: Evidence; readonly path: DataPath }[] {
  if ('evidence' in value) return value.evidence.map((evidence, index) => ({ evidence, path: ['evidence', index] }));
  return Object.entries(value.stages).flatMap(([stage, state]) =>
    state.evidence.map((evidence, index) => ({ evidence, path: ['stages', stage, 'evidence', index] })),
  );
}
