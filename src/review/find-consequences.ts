import type { Dataset } from '../dataset/dataset.ts';
import type { AnyEntry } from '../dataset/references.ts';
import { formatCount } from '../diagnostics/summary.ts';
import type { EntrySubject } from '../diff/change.ts';
import { buildMatrix } from '../matrix/matrix-view.ts';
import { redirectsOf } from '../matrix/names.ts';
import type { ReviewTable } from '../model/review.ts';
import type { PullRequest } from '../rules/rule.ts';

/** What follows from a pull request that its changes do not say themselves, in sentences. */
export function findConsequences(pull: PullRequest, tables: readonly ReviewTable[]): readonly string[] {
  const subjects = [
    ...new Set(pull.changes.flatMap(({ subject }) => ('before' in subject ? [subject] : []))),
  ] as readonly EntrySubject[];
  return [
    ...subjects.flatMap(maintenance),
    ...addresses(pull),
    ...badges(tables),
    ...overview(pull),
    ...others(subjects, tables),
  ];
}

/** Who has to be looked for, or has been found. */
function maintenance({ kind, before, after }: EntrySubject): readonly string[] {
  if (kind !== 'environment' || after === undefined || after.value.lifecycle === 'retired') return [];
  const [had, has] = [before, after].map((entry) => entry !== undefined && (entry.value.maintainers ?? []).length > 0);
  if (had && !has) return [`${after.value.name} needs a maintainer now.`];
  if (!had && has && before !== undefined) return [`${after.value.name} has a maintainer now.`];
  return before === undefined && !has ? [`${after.value.name} looks for a maintainer.`] : [];
}

/** The addresses of pages that lead somewhere else now, or nowhere. */
function addresses({ base, head }: PullRequest): readonly string[] {
  if (base === undefined) return [];
  return (['environments', 'providers'] as const).flatMap((kind) => {
    const redirects = redirectsOf(head[kind]);
    const targets = new Map([...redirects, ...head[kind].map(({ id }) => [id, id] as const)]);
    const ids = kind === 'environments' ? head.environmentIds : head.providerIds;
    return addressesOf(base[kind]).flatMap(([address, from]) => {
      const to = targets.get(address);
      // What became of an entry that cannot be read is said elsewhere.
      if (to === from || (to === undefined && ids.has(from))) return [];
      const shown = `The address \`${kind}/${address}/\``;
      return to === undefined
        ? [`${shown} leads nowhere any more.`]
        : [`${shown} redirects to \`${kind}/${to}/\` now.`];
    });
  });
}

/** Every address of entries, with the id that it leads to. */
function addressesOf(entries: readonly AnyEntry[]): readonly (readonly [string, string])[] {
  return [...entries.map(({ id }) => [id, id] as const), ...redirectsOf(entries)];
}

/** A badge shows the level of an entry. */
function badges(tables: readonly ReviewTable[]): readonly string[] {
  const rows = tables.flatMap(({ rows: list }) => list).filter(({ subject }) => subject.kind === 'environment');
  const changed = rows.filter(({ before, after }) => before && after && before[0] !== after[0]).length;
  return changed === 0 ? [] : [`${formatCount(changed, 'badge')} ${changed === 1 ? 'shows' : 'show'} another level.`];
}

/** How the numbers on the first page change. */
function overview({ base, head }: PullRequest): readonly string[] {
  const [before, after] = [base, head].map((dataset) => countLevels(dataset));
  const parts = [...new Set([...after!.keys(), ...before!.keys()])].flatMap((label) => {
    const difference = (after!.get(label) ?? 0) - (before!.get(label) ?? 0);
    return difference === 0 ? [] : [`${label} ${difference > 0 ? '+' : '−'}${Math.abs(difference)}`];
  });
  return parts.length === 0 ? [] : [`In the overview: ${parts.join(', ')}.`];
}

function countLevels(dataset: Dataset | undefined): ReadonlyMap<string, number> {
  if (dataset === undefined) return new Map();
  const { counts } = buildMatrix(dataset);
  return new Map(counts.map(({ level, count }) => [level.label, count]));
}

/** Rows that change although nobody touched their entries. */
function others(subjects: readonly EntrySubject[], tables: readonly ReviewTable[]): readonly string[] {
  const touched = new Set(subjects.map(({ kind, before, after }) => `${kind} ${(after ?? before)!.id}`));
  const rows = tables
    .flatMap(({ rows: list }) => list)
    .filter(({ subject }) => !touched.has(`${subject.kind} ${subject.id!}`));
  if (rows.length === 0) return [];
  return [
    `${formatCount(rows.length, 'row')} of entries that it does not touch ${rows.length === 1 ? 'changes' : 'change'} as well.`,
  ];
}
