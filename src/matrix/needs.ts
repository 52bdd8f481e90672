import type { Dataset, Entry, ProviderEntry } from '../dataset/dataset.ts';
import { environmentNeeds } from './environment-needs.ts';
import { compareNames } from './matrix-view.ts';
import { maintainersLine, stageLines } from './need-lines.ts';
import {
  type DriftFinding,
  driftNeed,
  environmentLink,
  finishNeeds,
  maintainerNeed,
  type Need,
  type NeedDraft,
  NOBODY,
  projectLink,
  providerLink,
  reviewNeeds,
} from './need.ts';

/** Everything that the project and the entries need which are alive, what would help most first. */
export function buildNeeds(dataset: Dataset, asOf: string, drift: readonly DriftFinding[]): readonly Need[] {
  const byFile = Map.groupBy(drift, ({ file }) => file);
  const driftOf = ({ source }: Entry<unknown>): readonly DriftFinding[] => byFile.get(source.path) ?? [];
  const isAlive = ({ value }: Entry<{ readonly lifecycle: string }>): boolean => value.lifecycle !== 'retired';
  const { matrix, watch, environments, providers } = dataset;
  /** What the best level promises: 1 for the last, and one more for each above. */
  const top = matrix.value.levels.length;
  const needs = [
    ...[matrix, ...(watch === undefined ? [] : [watch])].flatMap((file) => projectNeeds(file, driftOf(file), top)),
    ...environments
      .filter(isAlive)
      .flatMap((entry) =>
        finishNeeds(environmentLink(entry, dataset), environmentNeeds(entry, dataset, asOf, driftOf(entry))),
      ),
    ...providers
      .filter(isAlive)
      .flatMap((entry) => finishNeeds(providerLink(entry), providerNeeds(entry, asOf, driftOf(entry), top))),
  ];
  return needs.sort((a, b) => b.help - a.help || compareNames(a.entry.name, b.entry.name));
}

/** A file of the project promises less than a good entry, and more than an unknown one. */
function projectNeeds({ source }: Entry<unknown>, drift: readonly DriftFinding[], top: number): readonly Need[] {
  const drafts = drift.map((finding) => driftNeed(finding, Math.ceil(top / 2)));
  return finishNeeds(projectLink(source.path.split('/').at(-1)!), drafts);
}

/** A provider promises as much of what the best level does as it has stages available. */
function providerNeeds(
  { value }: ProviderEntry,
  asOf: string,
  drift: readonly DriftFinding[],
  top: number,
): readonly (NeedDraft | undefined)[] {
  const stages = Object.entries(value.stages);
  const available = stages.filter(([, { status }]) => status === 'available').length;
  const promise = 1 + Math.round(((top - 1) * available) / Math.max(1, stages.length));
  return [
    ...drift.map((finding) => driftNeed(finding, promise)),
    value.maintainers?.length === 0 ? maintainerNeed(NOBODY, maintainersLine(), promise) : undefined,
    ...reviewNeeds(value.caveats, asOf, promise),
    ...stages
      .filter(([, { status }]) => status === 'unknown')
      .map(([stage]): NeedDraft => ({
        kind: 'missing',
        what: `Nobody has looked at its stage \`${stage}\`.`,
        step: 'Look, and write what is there, or `none`.',
        lines: stageLines(stage),
        places: [],
        promise,
      })),
  ];
}
