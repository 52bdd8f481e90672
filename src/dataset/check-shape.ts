import type { z } from 'zod';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { isRuleId, type RuleId } from '../diagnostics/rule-id.ts';
import type { CheckFailure } from '../model/rule-check.ts';
import { didYouMean, listWords } from './did-you-mean.ts';
import { keysAt, kindsAt } from './schema-at.ts';
import { type DataPath, locate, nodeAt, type SourceFile, type Target, writtenAt } from './source-file.ts';

type Issue = z.core.$ZodIssue;

/** The outcome of holding a file against its schema. */
export type Shaped<Value> =
  | { readonly value: Value; readonly findings: readonly [] }
  | { readonly value?: undefined; readonly findings: readonly Finding[] };

/** Lists whose words have a rule of their own, by the key that holds them. */
const WORD_RULES: Readonly<Record<string, RuleId>> = {
  level: 'unknown-level',
  architectures: 'unknown-architecture',
  stages: 'unknown-stage',
  stage: 'unknown-stage',
};

/** What an author calls the types of values. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
  enum: 'one word',
};

/** Holds the values of a file against a schema; every mistake becomes one finding at the place where it was made. */
export function checkShape<Value>(source: SourceFile, value: unknown, schema: z.ZodType<Value>): Shaped<Value> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, findings: [] };
  const issues = result.error.issues.flatMap(flatten);
  return { findings: withoutCascades(source, issues, schema).map((issue) => explain(source, issue, schema)) };
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

/** One unknown key of a mapping, with what it was probably meant to be. */
interface UnknownKey {
  readonly path: DataPath;
  readonly key: string;
  readonly meant: string | undefined;
  /** The blank key above it that it probably belongs below. */
  readonly parent: string | undefined;
}

interface Single {
  readonly issue: Issue;
  readonly path: DataPath;
  readonly unknown?: UnknownKey;
}

/** Splits issues into single mistakes and drops those that another one explains. */
function withoutCascades(source: SourceFile, issues: readonly Issue[], schema: z.ZodType): readonly Single[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ issue, unknown: unknownKey(source, issue, key, schema) }))
      : [],
  );
  const explained = new Set(
    unknown.flatMap(({ unknown: { path, meant, parent } }) =>
      [meant, parent].filter((key) => key !== undefined).map((key) => JSON.stringify([...path, key])),
    ),
  );
  const seen = new Set<string>();
  const rest = issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (issue.code === 'unrecognized_keys' || explained.has(place) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
  return [
    ...unknown.map((each) => ({ ...each, path: [...each.unknown.path, each.unknown.key] })),
    ...rest.map((issue) => ({ issue, path: issue.path as DataPath })),
  ];
}

function unknownKey(source: SourceFile, issue: Issue, key: string, schema: z.ZodType): UnknownKey {
  const path = issue.path as DataPath;
  const known = keysAt(schema, path);
  // A key that would fit below a sibling left blank was meant to be indented.
  const parent = known.find(
    (sibling) =>
      isBlank(source, [...path, sibling]) &&
      keysAt(schema, [...path, sibling, 0])
        .concat(keysAt(schema, [...path, sibling]))
        .includes(key),
  );
  return {
    path,
    key,
    meant: didYouMean(
      key,
      known.filter((word) => nodeAt(source, [...path, word]) === undefined),
    ),
    parent,
  };
}

function isBlank(source: SourceFile, path: DataPath): boolean {
  const node = nodeAt(source, path);
  return isScalar(node) && node.value === null;
}

function explain(source: SourceFile, { issue, path, unknown }: Single, schema: z.ZodType): Finding {
  const make = (ruleId: RuleId, reason: string, extra: Partial<Finding> = {}, target: Target = 'value'): Finding => ({
    ruleId,
    file: source.path,
    place: locate(source, path, target),
    reason,
    ...extra,
  });
  if (unknown !== undefined) return explainUnknownKey(make, unknown, keysAt(schema, unknown.path));
  const written = writtenAt(source, path);
  const subject = subjectOf(path);
  switch (issue.code) {
    case 'invalid_type':
      return explainType(make, source, path, kindsAt(schema, path));
    case 'invalid_value':
      if (nodeAt(source, path) === undefined || isBlank(source, path)) return explainType(make, source, path, ['enum']);
      return explainWord(make, path, written ?? '', issue.values.map(String));
    case 'custom': {
      const failure = issue.params as CheckFailure | undefined;
      const ruleId = failure?.rule !== undefined && isRuleId(failure.rule) ? failure.rule : 'value-form';
      const shown = written === undefined || written.length > 80 || written === '""' ? subject : `\`${written}\``;
      return make(ruleId, `${shown} ${issue.message}.`, {
        actual: written,
        expected: failure?.expected?.slice(),
        fix: failure?.fix,
      });
    }
    default:
      return make('value-form', `${subject} ${describeLimit(issue)}.`, { actual: written });
  }
}

type Make = (ruleId: RuleId, reason: string, extra?: Partial<Finding>, target?: Target) => Finding;

function explainUnknownKey(make: Make, { path, key, meant, parent }: UnknownKey, known: readonly string[]): Finding {
  const last = [...path].reverse().find((part) => typeof part === 'string');
  const rule = (last === undefined ? undefined : WORD_RULES[last]) ?? 'unknown-key';
  const where = last === undefined ? 'here' : `below \`${last}\``;
  if (parent !== undefined) {
    return make(
      rule,
      `\`${key}\` belongs below \`${parent}\`, so it must be indented.`,
      { actual: key, fix: `${parent}:\n  ${key}: …` },
      'key',
    );
  }
  const reason = `There is no key \`${clip(key)}\` ${where}${meant === undefined ? '' : `; did you mean \`${meant}\``}${meant === undefined ? '.' : '?'}`;
  return make(
    rule,
    reason,
    { actual: key, expected: meant === undefined ? [...known] : [meant], note: `Known ${where}: ${listWords(known)}.` },
    'key',
  );
}

function explainWord(make: Make, path: DataPath, written: string, words: readonly string[]): Finding {
  const key = [...path].reverse().find((part) => typeof part === 'string');
  const plain = written.replace(/^(["'])(.*)\1$/s, '$2');
  const meant = didYouMean(plain, words);
  const rule =
    path
      .map((part) => (typeof part === 'string' ? WORD_RULES[part] : undefined))
      .findLast((each) => each !== undefined) ?? 'unknown-value';
  return make(
    rule,
    `\`${clip(plain)}\` is not a word that \`${key}\` knows${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`,
    {
      actual: plain,
      expected: meant === undefined ? [...words] : [meant],
      fix: meant === undefined ? undefined : typeof path.at(-1) === 'string' ? `${key}: ${meant}` : meant,
      note: `Known: ${listWords(words)}.`,
    },
  );
}

function explainType(make: Make, source: SourceFile, path: DataPath, kinds: readonly string[]): Finding {
  const node = nodeAt(source, path);
  const key = path.at(-1);
  const wanted = [...new Set(kinds.map((kind) => KINDS[kind] ?? kind))].join(' or ') || 'another type';
  if (node === undefined) {
    return make(
      'missing-key',
      `The key \`${key}\` is missing${path.length > 1 ? ` ${subjectOf(path.slice(0, -1), 'below')}` : ''}.`,
      { expected: [String(key)], fix: `${key}: ${sampleOf(kinds)}`, note: `It takes ${wanted}.` },
    );
  }
  if (isBlank(source, path))
    return make('blank-value', `${subjectOf(path)} is left blank.`, {
      note: `Write ${wanted}, or delete the line: a blank says neither yes nor no.`,
    });
  const written = writtenAt(source, path);
  const found = isSeq(node)
    ? 'a list'
    : isMap(node)
      ? 'a mapping of keys'
      : `\`${clip(written ?? '')}\`, ${isScalar(node) && typeof node.value === 'string' ? 'text' : `which YAML reads as ${KINDS[typeof (isScalar(node) ? node.value : undefined)] ?? 'something else'}`}`;
  const quoted = kinds.includes('string') || kinds.includes('enum');
  const before = typeof key === 'string' ? `${key}: ` : '- ';
  const fix =
    !isScalar(node) || written === undefined
      ? undefined
      : quoted
        ? `${before}"${written}"`
        : kinds.includes('array')
          ? `${before}[${written}]`
          : undefined;
  return make('wrong-type', `${subjectOf(path)} is ${found}, where ${wanted} belongs.`, { actual: written, fix });
}

/** A stand-in that shows the form of a value. */
function sampleOf(kinds: readonly string[]): string {
  const samples: Readonly<Record<string, string>> = {
    array: '[]',
    object: '{ … }',
    record: '{ … }',
    number: '0',
    boolean: 'false',
  };
  return samples[kinds[0] ?? ''] ?? '…';
}

/** “`level`”, “item 2 of `aliases`”, “`on` of `seen`”. */
function subjectOf(path: DataPath, preposition?: 'below'): string {
  const last = path.at(-1);
  if (last === undefined) return preposition === undefined ? 'The file' : 'at the top';
  const name = typeof last === 'number' ? `item ${last + 1} of \`${path.at(-2) ?? 'the list'}\`` : `\`${last}\``;
  return preposition === undefined ? name.replace(/^item/, 'Item') : `${preposition} ${name}`;
}

function describeLimit(issue: Issue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'array'
      ? 'is an empty list: leave the key out, or fill it in'
      : `is less than ${issue.minimum}`;
  if (issue.code === 'too_big')
    return issue.origin === 'number' || issue.origin === 'int'
      ? `is more than ${issue.maximum}`
      : `is longer than ${issue.maximum}`;
  if (issue.code === 'invalid_format')
    return issue.message.startsWith('Invalid')
      ? `has not the form \`${issue.pattern ?? issue.format}\``
      : issue.message;
  return issue.message;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
