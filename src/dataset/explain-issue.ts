import type { z } from 'zod';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { isRuleId, type RuleId } from '../diagnostics/rule-id.ts';
import type { CheckFailure } from '../model/rule-check.ts';
import { correct } from './correct.ts';
import { didYouMean, listWords } from './did-you-mean.ts';
import { accepts, descriptionAt, keysAt, kindsAt, sampleAt, wordsAt } from './schema-at.ts';
import { type DataPath, isBlankAt, locate, nodeAt, type SourceFile, type Target, writtenAt } from './source-file.ts';

/** What the schema says of a mistake. */
export type Issue = z.core.$ZodIssue;

/** A key that no schema knows. */
export interface UnknownKey {
  /** The mapping that it is in. */
  readonly path: DataPath;
  readonly key: string;
  /** The keys that the mapping may have. */
  readonly known: readonly string[];
  /** The key that it was probably meant to be. */
  readonly meant: string | undefined;
  /** Whether it is that key and its value, with no colon and blank between them. */
  readonly isGlued: boolean;
  /** The blank key above it that it probably belongs below. */
  readonly parent: string | undefined;
  /** All keys that belong below that one, itself among them. */
  readonly beside: readonly string[];
  /** The mapping further in that it is probably missing from. */
  readonly owner: DataPath | undefined;
}

/** Words that have a rule of their own, by the key whose value they are. */
const VALUE_RULES: ReadonlyMap<unknown, RuleId> = new Map([
  ['level', 'unknown-level'],
  ['stage', 'unknown-stage'],
]);

/** Words that have a rule of their own, by the key that holds the list or the mapping they are in. */
const LIST_RULES: ReadonlyMap<unknown, RuleId> = new Map([
  ['architectures', 'unknown-architecture'],
  ['stages', 'unknown-stage'],
]);

/** What an author calls the types of values. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list'],
  ['object', 'a mapping of keys'],
  ['record', 'a mapping of keys'],
  ['enum', 'one word'],
  ['date', 'a day, `YYYY-MM-DD`,'],
]);

/** What a word is that has a rule of its own. */
const WORDS: Partial<Record<RuleId, string>> = {
  'unknown-level': 'a level',
  'unknown-architecture': 'an architecture',
  'unknown-stage': 'a stage',
};

/** Rules whose sentences begin with the key; the others begin with what was written. */
const ABOUT_KEYS: ReadonlySet<RuleId> = new Set<RuleId>([
  'value-form',
  'lifecycle-reason',
  'architecture-level',
  'evidence-place',
]);

/** Says what a key is that does not belong where it stands. */
export function explainUnknownKey(source: SourceFile, unknown: UnknownKey): Finding {
  const { path, key, known, meant, parent, owner } = unknown;
  const rule = LIST_RULES.get(path.at(-1)) ?? 'unknown-key';
  const base = { ...findingAt(source, [...path, key], rule, 'key'), actual: key };
  if (parent !== undefined) {
    return {
      ...base,
      reason: `\`${key}\` belongs below \`${parent}\`, so it must be indented.`,
      fix: [`${parent}:`, ...unknown.beside.map((each) => `  ${writtenLine(source, [...path, each])}`)].join('\n'),
    };
  }
  if (owner !== undefined) {
    return {
      ...base,
      reason: `\`${key}\` is missing from ${subjectOf(owner)}, so it must be indented as the keys there.`,
    };
  }
  if (unknown.isGlued && meant !== undefined) {
    return {
      ...base,
      reason: `A colon and a space belong between \`${meant}\` and its value.`,
      expected: [meant],
      fix: `${meant}: ${key.slice(meant.length).replace(/^:? */, '')}`,
    };
  }
  const word = WORDS[rule];
  const where = path.length === 0 ? 'at the top' : `below ${subjectOf(path)}`;
  const reason = word === undefined ? `There is no key \`${clip(key)}\` ${where}` : `\`${clip(key)}\` is not ${word}`;
  return meant === undefined
    ? { ...base, reason: `${reason}.`, expected: [...known], note: `Known ${where}: ${listWords(known)}.` }
    : {
        ...base,
        reason: `${reason}; did you mean \`${meant}\`?`,
        expected: [meant],
        fix: writtenLine(source, [...path, key]).replace(key, () => meant),
      };
}

/** A key with its value as they are written, as far as their first line goes. */
function writtenLine(source: SourceFile, path: DataPath): string {
  const [start, end] = [locate(source, path, 'key')?.start.offset, locate(source, path)?.end.offset];
  return source.text.slice(start, end).split('\n', 1)[0]!;
}

/** Says what is wrong with a value, or that one is missing. */
export function explainIssue(source: SourceFile, issue: Issue, schema: z.ZodType): Finding {
  const path = issue.path as DataPath;
  const node = nodeAt(source, path);
  if (node === undefined && isTypeIssue(issue)) return explainMissing(source, path, schema);
  if (isBlankAt(source, path)) return explainBlank(source, path, schema);
  switch (issue.code) {
    case 'invalid_type':
      return explainType(source, path, node!, schema);
    case 'invalid_value':
      return isText(node)
        ? explainWord(source, path, issue.values.map(String))
        : explainType(source, path, node!, schema);
    case 'custom':
      return explainFailure(source, path, issue, schema);
    default:
      return {
        ...findingAt(source, path, 'value-form'),
        reason: `${capitalize(subjectOf(path))} ${describeLimit(issue)}.`,
        actual: writtenAt(source, path),
      };
  }
}

function explainMissing(source: SourceFile, path: DataPath, schema: z.ZodType): Finding {
  const key = String(path.at(-1));
  const where = path.length > 1 ? ` from ${subjectOf(path.slice(0, -1))}` : '';
  return {
    ...findingAt(source, path, 'missing-key'),
    reason: `The key \`${key}\` is missing${where}.`,
    expected: [key],
    fix: `${key}: ${sampleAt(schema, path)}`,
    note: describeValue(schema, path),
  };
}

function explainBlank(source: SourceFile, path: DataPath, schema: z.ZodType): Finding {
  const isOptional = accepts(schema, path, undefined);
  return {
    ...findingAt(source, path, 'blank-value'),
    reason: `${capitalize(subjectOf(path))} is left blank.`,
    note: [
      isOptional ? 'Fill it in, or delete the line: a blank says neither yes nor no.' : 'Fill it in.',
      describeValue(schema, path),
    ]
      .filter((each) => each !== undefined)
      .join(' '),
  };
}

/** What a value is for, and the words that it may be. */
function describeValue(schema: z.ZodType, path: DataPath): string | undefined {
  const words = wordsAt(schema, path);
  const description = descriptionAt(schema, path);
  if (words.length === 0) return description;
  return [description, `Known: ${listWords(words)}.`].filter((each) => each !== undefined).join(' ');
}

function explainWord(source: SourceFile, path: DataPath, words: readonly string[]): Finding {
  const rule = wordRule(path);
  const written = textOf(nodeAt(source, path)) ?? '';
  const meant = didYouMean(written, words);
  const word = WORDS[rule] ?? `a word that \`${path.findLast((part) => typeof part === 'string') ?? ''}\` knows`;
  return {
    ...findingAt(source, path, rule),
    reason: `\`${clip(written)}\` is not ${word}${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`,
    actual: written,
    expected: meant === undefined ? [...words] : [meant],
    fix: meant && lineFor(path, meant),
    note: `Known: ${listWords(words)}.`,
  };
}

/** The rule for a word that is not on its list. */
function wordRule(path: DataPath): RuleId {
  const [last, holder] = [path.at(-1), path.at(-2)];
  if (typeof last === 'number') return LIST_RULES.get(holder) ?? 'unknown-value';
  // What `architectures` maps to is a level.
  return VALUE_RULES.get(last) ?? (holder === 'architectures' ? 'unknown-level' : 'unknown-value');
}

function explainType(source: SourceFile, path: DataPath, node: Node, schema: z.ZodType): Finding {
  const hyphen = isMap(node) && kindsAt(schema, path).includes('array');
  const keys = keysAt(schema, path);
  const fix = fixType(source, path, node, schema);
  return {
    ...findingAt(source, path, 'wrong-type'),
    reason: `${capitalize(subjectOf(path))} is ${describeNode(source, path, node)}, where ${wanted(schema, path)} belongs.`,
    actual: writtenAt(source, path),
    fix,
    note: hyphen
      ? 'Each item of a list begins with a hyphen and a space.'
      : keys.length > 0
        ? `Its keys are ${listWords(keys)}.`
        : fix === undefined
          ? describeValue(schema, path)
          : undefined,
  };
}

function describeNode(source: SourceFile, path: DataPath, node: Node): string {
  if (isSeq(node)) return 'a list';
  if (isMap(node)) return 'a mapping of keys';
  const written = `\`${clip(writtenAt(source, path) ?? '')}\``;
  if (isText(node)) return written;
  const type = typeof (isScalar(node) ? node.value : undefined);
  return `${written}, which YAML reads as ${type === 'boolean' ? 'true or false' : (KINDS.get(type) ?? 'something else')}`;
}

/** The value in the type that is wanted, where it can be told from the one that was written. */
function fixType(source: SourceFile, path: DataPath, node: Node, schema: z.ZodType): string | undefined {
  if (isMap(node)) {
    if (node.range == null || !kindsAt(schema, path).includes('array')) return undefined;
    return lineFor(path, `- ${indent(source.text.slice(node.range[0], node.range[1]).trimEnd())}`);
  }
  const inner = isSeq(node) && node.items.length === 1 ? (node.items[0] as Node | null) : node;
  const written = inner?.range == null ? '' : source.text.slice(inner.range[0], inner.range[1]).trim();
  const text = textOf(inner);
  const value = isScalar(inner) ? inner.value : undefined;
  const [only, ...others] = requiredKeys(schema, path);
  const ways: readonly (readonly [unknown, string])[] = [
    [value, written],
    [text, JSON.stringify(text)],
    [[value], `[${written}]`],
    [/^(?:yes|on)$/i.test(written) ? true : undefined, 'true'],
    [/^(?:no|off)$/i.test(written) ? false : undefined, 'false'],
    [only === undefined || others.length > 0 ? undefined : { [only]: value }, `{ ${only ?? ''}: ${written} }`],
  ];
  const way = ways.find(([candidate]) => candidate !== undefined && accepts(schema, path, candidate));
  return way && lineFor(path, way[1]);
}

function requiredKeys(schema: z.ZodType, path: DataPath): readonly string[] {
  return keysAt(schema, path).filter((key) => !accepts(schema, [...path, key], undefined));
}

/** Moves every line but the first two blanks to the right, from the margin that they share. */
function indent(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const margin = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length));
  return [first, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line.slice(margin)}`))].join('\n');
}

function explainFailure(
  source: SourceFile,
  path: DataPath,
  issue: Extract<Issue, { code: 'custom' }>,
  schema: z.ZodType,
): Finding {
  const failure = issue.params as CheckFailure | undefined;
  const rule = failure?.rule !== undefined && isRuleId(failure.rule) ? failure.rule : 'value-form';
  const written = writtenAt(source, path);
  const isShown = written !== undefined && written.length <= 80 && !written.includes('\n') && !ABOUT_KEYS.has(rule);
  const text = textOf(nodeAt(source, path));
  const corrected =
    text === undefined ? undefined : correct(rule, text, (candidate) => accepts(schema, path, candidate));
  return {
    ...findingAt(source, path, rule),
    reason: `${isShown ? `\`${written}\`` : capitalize(subjectOf(path))} ${issue.message}.`,
    actual: written,
    expected: corrected === undefined ? failure?.expected?.slice() : [corrected],
    fix: failure?.fix ?? (corrected === undefined ? undefined : lineFor(path, quoteIfNeeded(corrected))),
  };
}

function describeLimit(issue: Issue): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return 'is an empty list, and takes at least one item';
    return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'array') return `has more than ${issue.maximum} items`;
    return issue.origin === 'string' ? `is longer than ${issue.maximum} characters` : `is more than ${issue.maximum}`;
  }
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid'))
    return `has not the form \`${issue.pattern ?? issue.format}\``;
  return issue.message;
}

function findingAt(source: SourceFile, path: DataPath, ruleId: RuleId, target?: Target): Omit<Finding, 'reason'> {
  return { ruleId, file: source.path, place: locate(source, path, target) };
}

function isTypeIssue({ code }: Issue): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

function isText(node: Node | null | undefined): boolean {
  return isScalar(node) && typeof node.value === 'string';
}

/** The text of a scalar: as it is meant where it is text, else as it is written. */
function textOf(node: Node | null | undefined): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

/** What a schema takes at a path, in an author’s words. */
function wanted(schema: z.ZodType, path: DataPath): string {
  const kinds = kindsAt(schema, path).map((kind) => KINDS.get(kind) ?? kind);
  return [...new Set(kinds)].join(' or ') || 'another type';
}

/** A value as it would stand in the file: behind its key, or alone where it is an item of a list. */
function lineFor(path: DataPath, yaml: string): string {
  const key = path.at(-1);
  if (typeof key !== 'string') return yaml;
  return yaml.startsWith('- ') ? `${key}:\n  ${yaml.replaceAll('\n', '\n  ')}` : `${key}: ${yaml}`;
}

/** A text as a YAML value, in quotes where it would be read as something else without them. */
function quoteIfNeeded(text: string): string {
  const isPlain =
    /^[A-Za-z0-9]/.test(text) && !/: |:$| #|^(?:true|false|null)$/i.test(text) && Number.isNaN(Number(text));
  return isPlain ? text : JSON.stringify(text);
}

/** “`level`”, “item 2 of `aliases`”. */
function subjectOf(path: DataPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `item ${last + 1} of \`${path.at(-2) ?? 'the list'}\`` : `\`${last}\``;
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
