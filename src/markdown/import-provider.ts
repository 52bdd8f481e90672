import { PROVIDER_ROLES } from '../model/provider.ts';
import { STAGE_STATUSES } from '../model/stage.ts';
import { needsEvidence } from '../rules/stage-evidence.ts';
import { repositoryOf } from './github-address.ts';
import {
  allLines,
  type FindLeft,
  foreignLinks,
  type ImportContext,
  type ImportedEntry,
  importMaintainers,
  importWords,
  LEVEL_COLUMNS,
  linesOf,
} from './import-row.ts';
import { lookUp } from './mapping.ts';
import { linksOf, readCaveat } from './read-cells.ts';
import { cellOf, type RowCells, type TableColumn } from './read-columns.ts';

/**
 * Makes a provider from a row, with what the mapping knows about it; undefined where its role or its repository stays
 * open. What a stage claims needs evidence, which no table has: the status is unknown then, and the history quotes the row.
 */
export function importProvider(row: RowCells, context: ImportContext): ImportedEntry | undefined {
  const identity = identify(row, context);
  if (identity === undefined) return undefined;
  const { home, ...keys } = identity;
  const maintainers = importMaintainers(row, context);
  const findLeft: FindLeft = ({ meaning, stage }, cell) => {
    if (meaning === 'name') return linksOf(cell.nodes).flatMap((link) => (link === home ? [] : [[link]]));
    if (meaning === 'maintainers') return maintainers.rest;
    if (meaning === 'caveats') return [];
    const isKept = stage !== undefined || LEVEL_COLUMNS.has(meaning) || meaning === 'title' || meaning === 'role';
    return isKept ? foreignLinks(cell, context) : allLines(cell, context);
  };
  const isQuoted = ({ meaning, stage }: TableColumn): boolean => stage !== undefined || LEVEL_COLUMNS.has(meaning);
  const { reason, notes } = importWords(row, isQuoted, findLeft);
  return {
    folder: 'providers',
    name: keys.acronym,
    value: {
      ...keys,
      maintainers: maintainers.values,
      stages: importStages(row, keys.role === 'infrastructure', context),
      caveats: linesOf(row, 'caveats', context).map(readCaveat),
      notes,
      history: [{ on: context.on, reason, source: context.source }],
    },
    place: row.row.place,
  };
}

/** What a provider is, from its row and from the mapping; undefined where neither says it. `home` is the link that does. */
function identify(row: RowCells, { mapping, report }: ImportContext) {
  const { nodes, words, place } = cellOf(row, 'name')!;
  const title = cellOf(row, 'title')?.words ?? '';
  const known = lookUp(mapping.providers, words);
  const home = linksOf(nodes).find(({ url }) => repositoryOf(url) !== undefined);
  const repository = home === undefined ? known?.repository : repositoryOf(home.url);
  const role = PROVIDER_ROLES.find((each) => each === cellOf(row, 'role')?.words) ?? known?.role;
  if (repository !== undefined && role !== undefined)
    return { name: title === '' ? (known?.name ?? words) : title, acronym: words, role, repository, home };
  report('unknown-provider', place, `What \`${words}\` does, or where it is developed, is not said: it is left out.`, {
    note: `The mapping can say it, in providers: { ${JSON.stringify(words)}: { name: …, role: …, repository: owner/name } }.`,
  });
  return undefined;
}

/** The statuses of the stages; where all of them concern a provider, those that the row does not tell are unknown. */
function importStages({ row, columns }: RowCells, isAll: boolean, { matrix, mapping, report }: ImportContext) {
  const read = matrix.value.stages.map(({ id, label }) => {
    const cell = row.cells[columns.findIndex(({ stage }) => stage === id)];
    const stated = STAGE_STATUSES.find((each) => each === cell?.words);
    if (cell !== undefined && stated === undefined && !mapping.nothing.includes(cell.words))
      report('unknown-value', cell.place, `${label} says \`${cell.words}\`, which is no status of a stage.`, {
        expected: [...STAGE_STATUSES],
      });
    return { id, label, stated, isClaim: stated !== undefined && needsEvidence(stated) };
  });
  const claims = read.filter(({ isClaim }) => isClaim).map(({ label, stated }) => `${label} \`${stated!}\``);
  const levels = columns.filter(({ meaning }) => LEVEL_COLUMNS.has(meaning)).map(({ heading }) => heading);
  if (claims.length > 0 || levels.length > 0)
    report(
      'unbacked-level',
      cellOf({ row, columns }, 'name')!.place,
      `Nothing in the row backs ${[...claims, ...levels].join(', ')}: the history says what the table said.`,
    );
  return Object.fromEntries(
    read.flatMap(({ id, stated, isClaim }) =>
      isAll || stated !== undefined ? [[id, { status: isClaim ? 'unknown' : (stated ?? 'unknown') }] as const] : [],
    ),
  );
}
