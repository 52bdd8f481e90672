import type { z } from 'zod';
import { findShortfalls } from '../dataset/assess.ts';
import type { Environment } from '../model/environment.ts';
import type { Level } from '../model/level.ts';
import { urlProblem } from '../model/url.ts';
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
import type { Meaning } from './mapping.ts';
import { linksOf, readCaveat, readEvidence } from './read-cells.ts';
import { cellOf, headingOf, type RowCells } from './read-columns.ts';
import { readLevel, unknownLevel } from './read-level.ts';

/**
 * Makes an environment from a row. It has the level that the row states if the evidence in the same row backs it. If not,
 * its level is unknown, and its history says what the table said: evidence is never invented.
 */
export function importEnvironment(
  row: RowCells,
  category: string,
  schema: z.ZodType<Environment>,
  context: ImportContext,
): ImportedEntry {
  const { levels } = context.matrix.value;
  const build = readEnvironment(row, context);
  const stated = readLevel(row, levels, context.mapping, context.report);
  const claim = build(stated ?? unknownLevel(levels));
  const missing = stated === undefined ? [] : findMissing(claim, stated, schema, context);
  if (stated !== undefined && missing.length > 0)
    context.report(
      'unbacked-level',
      (cellOf(row, 'level') ?? cellOf(row, 'works') ?? row.row).place,
      `Nothing in the row backs \`${stated.id}\`, so the level is \`${unknownLevel(levels).id}\` and the history says what the table said.`,
      { expected: [...missing] },
    );
  return {
    folder: `environments/${category}`,
    name: claim.name,
    value: missing.length === 0 ? claim : build(unknownLevel(levels), ' Nothing in it backed that.'),
    place: row.row.place,
  };
}

/** What the policy of a level asks for and an entry does not have. An entry with a mistake is judged when it is whole. */
function findMissing(
  claim: object,
  level: Level,
  schema: z.ZodType<Environment>,
  { matrix }: ImportContext,
): readonly string[] {
  const { data } = schema.safeParse(claim);
  return data === undefined
    ? []
    : findShortfalls(data, level, { matrix, snapshot: undefined }).map(({ needs }) => needs);
}

/** Reads all of a row but its level, and gives what makes its entry for a level. */
function readEnvironment(row: RowCells, context: ImportContext) {
  const name = cellOf(row, 'name')!;
  const homepage = linksOf(name.nodes).find(({ url }) => urlProblem(url) === undefined);
  const maintainers = importMaintainers(row, context);
  const evidence = readEvidence(linesOf(row, 'evidence', context));
  if (evidence.rest.length > 0)
    context.report(
      'unknown-value',
      cellOf(row, 'evidence')!.place,
      `${headingOf(row, 'evidence')} has a line that is not the kind of evidence, leading to its place, and a day: it goes to the notes.`,
    );
  const left: Readonly<Partial<Record<Meaning, ReturnType<FindLeft>>>> = {
    name: linksOf(name.nodes).flatMap((link) => (link === homepage ? [] : [[link]])),
    maintainers: maintainers.rest,
    evidence: evidence.rest,
    caveats: [],
  };
  const findLeft: FindLeft = ({ meaning }, cell) => {
    if (LEVEL_COLUMNS.has(meaning)) return foreignLinks(cell, context);
    return (meaning === undefined ? undefined : left[meaning]) ?? allLines(cell, context);
  };
  return (level: Level, remark?: string) => {
    const { reason, notes } = importWords(row, ({ meaning }) => LEVEL_COLUMNS.has(meaning), findLeft, remark);
    return {
      name: name.words,
      homepage: homepage?.url,
      level: level.id,
      maintainers: maintainers.values,
      evidence: evidence.values,
      caveats: linesOf(row, 'caveats', context).map(readCaveat),
      notes,
      history: [{ on: context.on, level: level.id, reason, source: context.source }],
    };
  };
}
