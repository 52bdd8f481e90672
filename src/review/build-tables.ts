import { isDeepStrictEqual } from 'node:util';
import type { Dataset, ProviderEntry } from '../dataset/dataset.ts';
import type { AnyEntry } from '../dataset/references.ts';
import type { Change, EntrySubject } from '../diff/change.ts';
import { addressOf } from '../diff/match-entries.ts';
import { ANSWER_LABELS, COLUMN_LABELS } from '../matrix/mark.ts';
import { buildMatrix, type RowView } from '../matrix/matrix-view.ts';
import { COLUMNS } from '../model/level.ts';
import type { Lifecycle } from '../model/lifecycle.ts';
import { maintainerName } from '../model/maintainer.ts';
import type { ReviewTable } from '../model/review.ts';
import type { PullRequest } from '../rules/rule.ts';
import { describeSubject } from './subject.ts';

type Cells = readonly string[];
type TableRow = ReviewTable['rows'][number];

/** The rows that readers will see change, as they were and as they are: those of touched entries, and all others too. */
export function buildTables(pull: PullRequest): readonly ReviewTable[] {
  const { architectures, stages } = pull.head.matrix.value;
  const tables: readonly ReviewTable[] = [
    {
      title: 'In the matrix',
      columns: [
        'Level',
        ...COLUMNS.map((column) => COLUMN_LABELS[column]),
        ...architectures.map(({ id }) => id),
        'Maintainers',
        'Caveats',
      ],
      rows: findRows('environment', pull, environmentCells),
    },
    {
      title: 'On the Cluster API page',
      columns: [...stages.map(({ label }) => label), 'Maintainers'],
      rows: findRows('provider', pull, providerCells),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** The cells of every entry of a dataset, by its address; `head` says which columns there are. */
type CellsOf = (dataset: Dataset, head: Dataset) => ReadonlyMap<string, Cells>;

function findRows(kind: EntrySubject['kind'], { base, head, changes }: PullRequest, cellsOf: CellsOf): TableRow[] {
  const [before, after] = [base === undefined ? new Map<string, Cells>() : cellsOf(base, head), cellsOf(head, head)];
  return [...touchedSubjects(kind, changes), ...untouchedSubjects(kind, base, head, changes)].flatMap((subject) => {
    const was = subject.before && before.get(addressOf(subject.before));
    const is = subject.after && after.get(addressOf(subject.after));
    const isSame = isDeepStrictEqual(was, is) && subject.before?.value.name === subject.after?.value.name;
    if (isSame) return [];
    return [{ subject: describeSubject(subject), ...(was && { before: [...was] }), ...(is && { after: [...is] }) }];
  });
}

function touchedSubjects(kind: EntrySubject['kind'], changes: readonly Change[]): readonly EntrySubject[] {
  const subjects = changes.flatMap(({ subject }) => ('before' in subject && subject.kind === kind ? [subject] : []));
  return [...new Set(subjects)];
}

/** The other entries: what they do not say themselves may change their rows too, such as a policy or what GitHub answered. */
function untouchedSubjects(
  kind: EntrySubject['kind'],
  base: Dataset | undefined,
  head: Dataset,
  changes: readonly Change[],
): readonly EntrySubject[] {
  const entriesOf = (dataset: Dataset | undefined): readonly AnyEntry[] =>
    (kind === 'environment' ? dataset?.environments : dataset?.providers) ?? [];
  const touched = new Set(touchedSubjects(kind, changes).map(({ after }) => after));
  const old = new Map(entriesOf(base).map((entry) => [addressOf(entry), entry]));
  return entriesOf(head)
    .filter((entry) => !touched.has(entry))
    .map((entry) => ({ kind, before: old.get(addressOf(entry)), after: entry }));
}

const environmentCells: CellsOf = (dataset, head) => {
  const { groups, retired } = buildMatrix(dataset);
  const rows = new Map([...groups.flatMap((group) => group.rows), ...retired].map((row) => [row.id, row]));
  return new Map(dataset.environments.map((entry) => [addressOf(entry), rowCells(rows.get(entry.id)!, head)]));
};

function rowCells(row: RowView, head: Dataset): Cells {
  const levels = new Map(row.architectures.map(({ id, level }) => [id, level?.label]));
  return [
    `${row.level.label}${lifeOf(row.lifecycle)}`,
    ...COLUMNS.map((column) => ANSWER_LABELS[row.columns[column]]),
    ...head.matrix.value.architectures.map(({ id }) => levels.get(id) ?? '–'),
    row.maintainers.map(maintainerName).join(', ') || 'wanted',
    String(row.caveats),
  ];
}

const providerCells: CellsOf = (dataset, head) =>
  new Map(dataset.providers.map((entry) => [addressOf(entry), stageCells(entry, head)]));

function stageCells({ value }: ProviderEntry, head: Dataset): Cells {
  const { maintainers = [], lifecycle, stages } = value;
  return [
    ...head.matrix.value.stages.map(({ id }) => stages[id]?.status ?? '–'),
    `${maintainers.map(maintainerName).join(', ') || '–'}${lifeOf(lifecycle)}`,
  ];
}

function lifeOf(lifecycle: Lifecycle): string {
  return lifecycle === 'active' ? '' : ` (${lifecycle})`;
}
