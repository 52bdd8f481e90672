import { countedEvidence, findShortfalls, supportedLevel } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import type { AnyEntry } from '../dataset/references.ts';
import { standingOf } from '../dataset/standing.ts';
import type { Evidence } from '../model/evidence.ts';
import { claimsOf } from './broken-claims.ts';
import { needsEvidence } from './stage-evidence.ts';

/** A claim of an entry that stood on evidence which is gone. */
interface Loss {
  /** What is left of the claim. */
  readonly sentence: string;
  /** The evidence that it stood on. */
  readonly evidence: readonly Evidence[];
}

/** The claims of an entry that its data alone backs, and that do not hold with what GitHub answered. */
export function findLosses(entry: AnyEntry, dataset: Dataset): readonly Loss[] {
  if (dataset.snapshot === undefined) return [];
  return 'category' in entry ? lostLevels(entry, dataset) : lostStages(entry, dataset);
}

function lostLevels(entry: EnvironmentEntry, dataset: Dataset): readonly Loss[] {
  const { value } = entry;
  const alone = { matrix: dataset.matrix };
  const lost = claimsOf(entry, dataset.matrix.value.levels).flatMap(({ level, architecture }) => {
    const isLost =
      findShortfalls(value, level, dataset, architecture).length > 0 &&
      findShortfalls(value, level, alone, architecture).length === 0;
    if (!isLost) return [];
    const left = new Set(countedEvidence(value, dataset, architecture));
    const evidence = countedEvidence(value, alone, architecture).filter(
      (item) => !left.has(item) && level.policy.evidence?.includes(item.kind),
    );
    return { level: level.id, architecture, supported: supportedLevel(value, dataset, architecture).id, evidence };
  });
  // Architectures that fared alike are told in one sentence.
  const groups = Map.groupBy(lost, ({ level, supported }) => `\`${supported}\`, not \`${level}\``);
  return [...groups].map(([words, group]) => {
    const architectures = group.flatMap(({ architecture }) => architecture ?? []);
    const where = architectures.length === 0 ? '' : ` on ${architectures.join(' and ')}`;
    return {
      sentence: `The evidence that is left supports ${words}${where}.`,
      evidence: group.flatMap(({ evidence }) => evidence),
    };
  });
}

function lostStages({ value }: ProviderEntry, { snapshot }: Dataset): readonly Loss[] {
  return Object.entries(value.stages).flatMap(([stage, { status, evidence: all }]) => {
    const evidence = all.filter((item) => item.disputed === undefined);
    const isLost =
      needsEvidence(status) &&
      evidence.length > 0 &&
      evidence.every((item) => standingOf(item, snapshot).gone !== undefined);
    return isLost ? { sentence: `Nothing else backs \`${stage}\` as ${status}.`, evidence } : [];
  });
}
