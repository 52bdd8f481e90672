import type { Dataset, ProviderEntry } from '../dataset/dataset.ts';
import { environmentNeeds } from './environment-needs.ts';
import { compareNames } from './matrix-view.ts';
import { maintainersLine, stageLines } from './need-lines.ts';
import {
  type DriftFinding,
  driftNeed,
  environmentLink,
  finishNeeds,
  type Need,
  type NeedDraft,
  providerLink,
  reviewNeeds,
} from './need.ts';

/** Everything that the entries need which are alive, what would help most first. */
export function buildNeeds(dataset: Dataset, asOf: string, drift: readonly DriftFinding[]): readonly Need[] {
  const byFile = Map.groupBy(drift, ({ file }) => file);
  const { levels } = dataset.matrix.value;
  const needs = [
    ...dataset.environments
      .filter(({ value }) => value.lifecycle !== 'retired')
      .flatMap((entry) => {
        const found = byFile.get(entry.source.path) ?? [];
        return finishNeeds(environmentLink(entry, levels), environmentNeeds(entry, dataset, asOf, found));
      }),
    ...dataset.providers
      .filter(({ value }) => value.lifecycle !== 'retired')
      .flatMap((entry) =>
        finishNeeds(providerLink(entry), providerNeeds(entry, asOf, byFile.get(entry.source.path) ?? [])),
      ),
  ];
  return needs.sort((a, b) => b.help - a.help || compareNames(a.entry.name, b.entry.name));
}

/** What a provider promises with all its stages available, on the scale of the levels. */
const FULL_PROMISE = 6;

function providerNeeds(
  { value }: ProviderEntry,
  asOf: string,
  drift: readonly DriftFinding[],
): readonly (NeedDraft | undefined)[] {
  const stages = Object.entries(value.stages);
  const available = stages.filter(([, { status }]) => status === 'available').length;
  const promise = 1 + Math.round(((FULL_PROMISE - 1) * available) / Math.max(1, stages.length));
  return [
    ...drift.map((finding) => driftNeed(finding, promise)),
    value.maintainers?.length === 0
      ? {
          kind: 'maintainer',
          what: 'Nobody answers for it.',
          step: 'Put your handle into its file.',
          lines: maintainersLine(),
          places: [],
          promise,
        }
      : undefined,
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
