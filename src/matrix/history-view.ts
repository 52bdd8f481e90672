import type { Dataset, EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import type { Direction } from './history-filter.ts';
import { type LevelView, levelView } from './matrix-view.ts';

/** One dated change of an entry, as its history tells it. */
export interface HistoryItem {
  readonly on: string;
  /** The folder of the pages about such entries. */
  readonly kind: 'environments' | 'providers';
  readonly id: string;
  readonly name: string;
  /** The category of an environment; all providers are of one group. */
  readonly group: string;
  readonly direction: Direction;
  /** The level before, where there was another one, and the level from this day on. */
  readonly from: LevelView | undefined;
  readonly to: LevelView | undefined;
  /** The stage of a provider that it concerns. */
  readonly stage: string | undefined;
  readonly reason: string;
  readonly source: string | undefined;
}

/** The changes of one month, `YYYY-MM`. */
export interface HistoryMonth {
  readonly month: string;
  readonly items: readonly HistoryItem[];
}

/** The group that the changes of all providers are in. */
export const PROVIDER_GROUP = 'cluster-api';

/** Every dated change of every entry, newest first; of the same day entry by entry, in the order of the data. */
export function buildHistory(dataset: Dataset): readonly HistoryItem[] {
  const { levels, stages } = dataset.matrix.value;
  const views = new Map(levels.map((level) => [level.id, levelView(level)]));
  const ranks = new Map(levels.map(({ id }, index) => [id, index]));
  const labels = new Map(stages.map(({ id, label }) => [id, label]));
  const items = [
    ...dataset.environments.flatMap((entry) => environmentItems(entry, views, ranks).toReversed()),
    ...dataset.providers.flatMap((entry) => providerItems(entry, labels).toReversed()),
  ];
  return items.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** The changes month by month, in their order. */
export function groupByMonth(items: readonly HistoryItem[]): readonly HistoryMonth[] {
  const months = Map.groupBy(items, ({ on }) => on.slice(0, 7));
  return [...months].map(([month, own]) => ({ month, items: own }));
}

function environmentItems(
  { id, category, value }: EnvironmentEntry,
  views: ReadonlyMap<string, LevelView>,
  ranks: ReadonlyMap<string, number>,
): readonly HistoryItem[] {
  const end = findEnd(value);
  return value.history.map(({ on, level, reason, source }, index) => {
    const before = value.history[index - 1]?.level;
    return {
      on,
      kind: 'environments',
      id,
      name: value.name,
      group: category,
      direction: index === end ? 'retired' : directionOf(ranks, before, level),
      from: before === undefined || before === level ? undefined : views.get(before),
      to: views.get(level),
      stage: undefined,
      reason,
      source,
    };
  });
}

/** The place of the change with which an entry ended; -1 where it goes on. */
function findEnd({ lifecycle, since, history }: EnvironmentEntry['value'] | ProviderEntry['value']): number {
  return lifecycle === 'retired' ? history.findIndex(({ on }) => on >= since!) : -1;
}

function directionOf(ranks: ReadonlyMap<string, number>, before: string | undefined, level: string): Direction {
  if (before === undefined) return 'added';
  const step = ranks.get(level)! - ranks.get(before)!;
  return step === 0 ? 'noted' : step < 0 ? 'raised' : 'lowered';
}

function providerItems({ id, value }: ProviderEntry, labels: ReadonlyMap<string, string>): readonly HistoryItem[] {
  const end = findEnd(value);
  return value.history.map(({ on, stage, reason, source }, index) => ({
    on,
    kind: 'providers',
    id,
    name: value.acronym,
    group: PROVIDER_GROUP,
    direction: index === end ? 'retired' : 'noted',
    from: undefined,
    to: undefined,
    stage: stage === undefined ? undefined : labels.get(stage),
    reason,
    source,
  }));
}
