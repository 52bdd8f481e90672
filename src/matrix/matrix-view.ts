import { assess, newestEvidence } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import type { Category } from '../model/category.ts';
import { COLUMNS, type Column, type ColumnAnswer, type Level } from '../model/level.ts';
import type { Lifecycle } from '../model/lifecycle.ts';
import type { Maintainer } from '../model/maintainer.ts';
import { answerOf, type Mark, markOf } from './mark.ts';

/** A level as pages show it: a word, and the drawing that stands for it. */
export interface LevelView {
  readonly id: string;
  readonly label: string;
  readonly mark: Mark;
}

/** A level per architecture; undefined where the entry does not say. */
interface ArchitectureView {
  readonly id: string;
  readonly level: LevelView | undefined;
}

/** One row of the matrix. */
export interface RowView {
  readonly id: string;
  readonly name: string;
  readonly vendor: string | undefined;
  /** What the entry is worth today. */
  readonly level: LevelView;
  /** The level that the evidence supports, where it is another one than the claim. */
  readonly supported: LevelView | undefined;
  readonly columns: Readonly<Record<Column, ColumnAnswer>>;
  readonly architectures: readonly ArchitectureView[];
  readonly providers: readonly { readonly id: string; readonly acronym: string }[];
  readonly maintainers: readonly Maintainer[];
  /** The day counted evidence was last seen, `YYYY-MM-DD`. */
  readonly seen: string | undefined;
  readonly caveats: number;
  readonly lifecycle: Lifecycle;
}

/** The rows of one category, best level first, and how many there are at each level. */
export interface GroupView {
  readonly category: Category;
  readonly rows: readonly RowView[];
  readonly counts: readonly { readonly level: LevelView; readonly count: number }[];
}

/** The whole matrix: what is alive by category, and what is retired. */
export interface MatrixView {
  readonly groups: readonly GroupView[];
  readonly retired: readonly RowView[];
  readonly counts: GroupView['counts'];
  readonly total: number;
}

/** How pages show a level. */
export function levelView(level: Level): LevelView {
  return { id: level.id, label: level.label, mark: markOf(level) };
}

/** Builds the matrix that the first page shows. */
export function buildMatrix(dataset: Dataset): MatrixView {
  const { levels, categories } = dataset.matrix.value;
  const providers = providersByEnvironment(dataset);
  const rank = new Map(levels.map((level, index) => [level.id, index]));
  const rows = dataset.environments.map((entry) => ({
    category: entry.category,
    row: buildRow(entry, dataset, providers.get(entry.id) ?? []),
  }));
  const order = (a: RowView, b: RowView): number =>
    rank.get(a.level.id)! - rank.get(b.level.id)! || compareNames(a.name, b.name);
  const alive = rows.filter(({ row }) => row.lifecycle !== 'retired');
  const count = (list: readonly RowView[]): GroupView['counts'] =>
    levels.map((level) => ({ level: levelView(level), count: list.filter((row) => row.level.id === level.id).length }));
  return {
    groups: categories.flatMap((category) => {
      const own = alive.filter((each) => each.category === category.id).map(({ row }) => row);
      return own.length === 0 ? [] : [{ category, rows: own.toSorted(order), counts: count(own) }];
    }),
    retired: rows
      .map(({ row }) => row)
      .filter((row) => row.lifecycle === 'retired')
      .toSorted((a, b) => compareNames(a.name, b.name)),
    counts: count(alive.map(({ row }) => row)),
    total: alive.length,
  };
}

/** Orders names as people read them, the same on every machine. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The active providers that serve each environment, by its id. */
export function providersByEnvironment(dataset: Dataset): ReadonlyMap<string, RowView['providers']> {
  const map = new Map<string, { id: string; acronym: string }[]>();
  for (const { id, value } of dataset.providers) {
    if (value.lifecycle === 'retired') continue;
    for (const environment of value.environments) {
      const list = map.get(environment) ?? [];
      list.push({ id, acronym: value.acronym });
      map.set(environment, list);
    }
  }
  return map;
}

function buildRow(entry: EnvironmentEntry, dataset: Dataset, providers: RowView['providers']): RowView {
  const { value } = entry;
  const { claimed, supported, worth } = assess(value, dataset);
  return {
    id: entry.id,
    name: value.name,
    vendor: value.vendor,
    level: levelView(worth),
    supported: supported === claimed ? undefined : levelView(supported),
    columns: Object.fromEntries(
      COLUMNS.map((column) => [column, answerOf(worth, column, value.caveats.length)]),
    ) as Record<Column, ColumnAnswer>,
    architectures: dataset.matrix.value.architectures.map(({ id }) => ({
      id,
      level: value.architectures[id] === undefined ? undefined : levelView(assess(value, dataset, id).worth),
    })),
    providers,
    maintainers: value.maintainers,
    seen: newestEvidence(value, dataset),
    caveats: value.caveats.length,
    lifecycle: value.lifecycle,
  };
}
