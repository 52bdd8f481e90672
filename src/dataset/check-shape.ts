import type { z } from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { CheckFailure } from '../model/rule-check.ts';
import { didYouMean } from './did-you-mean.ts';
import { explainIssue, explainUnknownKey, type Issue, type UnknownKey } from './explain-issue.ts';
import { keysAt } from './schema-at.ts';
import { type DataPath, isBlankAt, nodeAt, type SourceFile } from './source-file.ts';

/** The outcome of holding a file against its schema. */
export type Shaped<Value> =
  | { readonly value: Value; readonly findings: readonly [] }
  | { readonly value?: undefined; readonly findings: readonly Finding[] };

/** Holds the values of a file against a schema; every mistake becomes one finding at the place where it was made. */
export function checkShape<Value>(source: SourceFile, value: unknown, schema: z.ZodType<Value>): Shaped<Value> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, findings: [] };
  const issues = result.error.issues.flatMap(flatten);
  const missing = Map.groupBy(
    issues.map((issue) => issue.path as DataPath).filter((path) => nodeAt(source, path) === undefined),
    (path) => path.at(-1),
  );
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(source, issue, schema, missing) : [],
  );
  return {
    findings: [
      ...unknown.map((each) => explainUnknownKey(source, each)),
      ...withoutCascades(issues, unknown).map((issue) => explainIssue(source, issue, schema)),
    ],
  };
}

/** A union reports every branch; the author meant the one that fits the kind of value that was written. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branch =
    issue.errors.find((errors) => !errors.some((each) => each.code === 'invalid_type' && each.path.length === 0)) ??
    issue.errors[0] ??
    [];
  return branch.flatMap((each) => flatten({ ...each, path: [...issue.path, ...each.path] }));
}

/** The issues that are mistakes of their own: a missing key is none where another key was meant to be it. */
function withoutCascades(issues: readonly Issue[], unknown: readonly UnknownKey[]): readonly Issue[] {
  const explained = new Set(unknown.flatMap(meantPaths).map((path) => JSON.stringify(path)));
  // Every mapping and list with a mistake in it.
  const touched = new Set(
    [
      ...issues.filter((issue) => !isAcross(issue) && issue.code !== 'unrecognized_keys').map(({ path }) => path),
      ...unknown.flatMap((each) => [[...each.path, each.key], ...meantPaths(each)]),
    ].flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))),
  );
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (issue.code === 'unrecognized_keys' || explained.has(place) || seen.has(place)) return false;
    if (isAcross(issue) && scopesOf(issue).some((scope) => touched.has(JSON.stringify(scope)))) return false;
    seen.add(place);
    return true;
  });
}

/** Where the value of an unknown key was meant to be. */
function meantPaths({ path, key, meant, parent, owner }: UnknownKey): readonly DataPath[] {
  return [
    ...[meant, parent].filter((each) => each !== undefined).map((each) => [...path, each]),
    ...(owner === undefined ? [] : [[...owner, key]]),
  ];
}

function isAcross(issue: Issue): boolean {
  return issue.code === 'custom' && (issue.params as CheckFailure | undefined)?.isAcross === true;
}

/** The keys of an entry that the checks across several keys look at, by the rule they belong to. */
const SCOPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['architecture-level', ['level', 'architectures']],
  ['history-order', ['history']],
  ['lifecycle-reason', ['lifecycle', 'since', 'reason', 'source', 'replacedBy']],
]);

/** What a check across several keys looked at: keys of the entry, else the item of a list that it is in. */
function scopesOf(issue: Issue): readonly DataPath[] {
  const keys = SCOPES.get((issue as { params?: CheckFailure }).params?.rule ?? '');
  const path = issue.path as DataPath;
  return keys?.map((key) => [key]) ?? [path.slice(0, path.findLastIndex((part) => typeof part === 'number') + 1)];
}

/** The unknown keys of one mapping, each with what it was probably meant to be. */
function unknownKeys(
  source: SourceFile,
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  schema: z.ZodType,
  missing: ReadonlyMap<unknown, readonly DataPath[]>,
): readonly UnknownKey[] {
  const path = issue.path as DataPath;
  const known = keysAt(schema, path);
  const free = known.filter((key) => nodeAt(source, [...path, key]) === undefined);
  // A key that would fit below a sibling left blank was meant to be indented.
  const below = known
    .filter((key) => isBlankAt(source, [...path, key]))
    .map((key) => ({ key, keys: new Set([key, [key, 0]].flatMap((part) => keysAt(schema, path.concat(part)))) }));
  const parents = new Map(issue.keys.map((key) => [key, below.find(({ keys }) => keys.has(key))?.key]));
  return issue.keys.flatMap((key) => {
    const parent = parents.get(key);
    const beside = parent === undefined ? [] : issue.keys.filter((other) => parents.get(other) === parent);
    // The first of them is reported with all that belong beside it.
    if (beside.length > 0 && beside[0] !== key) return [];
    const glued = free.find((each) => key.startsWith(`${each}:`) || key.startsWith(`${each} `));
    const meant = glued ?? didYouMean(key, free);
    return [
      {
        path,
        key,
        known,
        meant,
        isGlued: glued !== undefined,
        parent,
        beside,
        owner: ownerOf(path, missing.get(key) ?? []),
      },
    ];
  });
}

/** The mapping further in that lacks a key, where the key was not indented enough to be in it. */
function ownerOf(path: DataPath, missing: readonly DataPath[]): DataPath | undefined {
  const further = missing.filter(
    (each) => each.length > path.length + 1 && path.every((part, index) => each[index] === part),
  );
  return further.length === 1 ? further[0]!.slice(0, -1) : undefined;
}
