import type { z } from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
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
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(source, issue, schema) : [],
  );
  const rest = withoutCascades(issues, unknown);
  return {
    findings: [
      ...unknown.map((each) => explainUnknownKey(source, each)),
      ...rest.map((issue) => explainIssue(source, issue, schema)),
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
  const explained = new Set(
    unknown.flatMap(({ path, meant, parent }) =>
      [meant, parent].filter((key) => key !== undefined).map((key) => JSON.stringify([...path, key])),
    ),
  );
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (issue.code === 'unrecognized_keys' || explained.has(place) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** The unknown keys of one mapping, each with what it was probably meant to be. */
function unknownKeys(
  source: SourceFile,
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  schema: z.ZodType,
): readonly UnknownKey[] {
  const path = issue.path as DataPath;
  const known = keysAt(schema, path);
  const free = known.filter((key) => nodeAt(source, [...path, key]) === undefined);
  // A key that would fit below a sibling left blank was meant to be indented.
  const blanks = known.filter((key) => isBlankAt(source, [...path, key]));
  const below = blanks.map((key) => ({
    key,
    keys: [...keysAt(schema, [...path, key]), ...keysAt(schema, [...path, key, 0])],
  }));
  return issue.keys.map((key) => ({
    path,
    key,
    known,
    meant: didYouMean(key, free),
    parent: below.find(({ keys }) => keys.includes(key))?.key,
  }));
}
