import {
  type CST,
  Composer,
  type Document,
  type DocumentOptions,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParseOptions,
  Parser,
  Schema,
  type SchemaOptions,
  type YAMLMap,
} from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';
import { settleComments } from './settle-comments.ts';
import { positionOf, type SourceFile } from './source-file.ts';
import { explainFeature, explainSwallowed, explainSyntax } from './yaml-errors.ts';
import { keyText } from './yaml-nodes.ts';
import { findToken, isCollection } from './yaml-tokens.ts';

/** Deepest nesting of lists and mappings: the deepest field of the model is at seven. */
const MAX_DEPTH = 16;

/**
 * YAML 1.2 and its core schema, made once for all files. Warnings of the composer concern directives and tags, which are
 * refused; duplicate keys are found here, with both places.
 */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.2',
  schema: new Schema({ schema: 'core', resolveKnownTags: false }),
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
};

/** The outcome of reading one YAML text. `value` is there only where the whole text could be read. */
export interface ParsedYaml {
  readonly source?: SourceFile;
  readonly value?: unknown;
  readonly findings: readonly Finding[];
}

/**
 * Parses one YAML 1.2 document of the core schema, once, into plain values and a document that knows every position.
 * Aliases, anchors, tags, directives and duplicate keys are refused; nesting is capped before anything recursive runs.
 */
export function parseYaml(path: string, text: string): ParsedYaml {
  const only = (ruleId: RuleId, reason: string, note: string, range?: readonly [number, number]): ParsedYaml => ({
    findings: [{ ruleId, file: path, place: range && positionOf({ text }, ...range), reason, note }],
  });
  if (text.trim() === '') return only('empty-file', 'The file is empty.', 'Fill it in or leave it out.');
  const tokens = [...new Parser().parse(text)];
  const deep = tokens.map((token) => findTooDeep(token, 0)).find((offset) => offset !== undefined);
  if (deep !== undefined) {
    return only(
      'yaml-depth',
      `Lists and mappings are nested more than ${MAX_DEPTH} deep.`,
      'No key of an entry needs more than seven.',
      [deep, deep + 1],
    );
  }
  // Few files have comments below their first lines; the others need no walk.
  if (/\n[ \t]+#/.test(text)) settleComments(tokens);
  const documents: readonly Document[] = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  const [document] = documents;
  if (document === undefined) return only('empty-file', 'The file is empty.', 'Fill it in or leave it out.');
  const source: SourceFile = { path, text, document };
  // What follows a first mistake is as a rule its consequence.
  const [first] = [
    ...documents
      .flatMap(({ errors }) => errors)
      .map((error) => ({ offset: error.pos[0], explain: () => explainSyntax(source, tokens, error) })),
    ...findFeature(text, tokens).map((token) => ({
      offset: token.offset,
      explain: () => explainFeature(source, token),
    })),
    ...findSwallowed(text, tokens).map((token) => ({
      offset: token.offset,
      explain: () => explainSwallowed(source, token),
    })),
    ...findSecondDocument(tokens).map((token) => ({
      offset: token.offset,
      explain: () => secondFinding(source, token),
    })),
  ].sort((a, b) => a.offset - b.offset);
  if (first !== undefined) return { source, findings: [first.explain()] };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { source, ...only('empty-file', 'The file holds nothing but comments.', 'Fill it in or leave it out.') };
  const findings: Finding[] = [];
  return { source, value: toValue(contents, source, findings), findings };
}

/** The offset of the first list or mapping that is nested too deep; looks no deeper than that. */
function findTooDeep(token: CST.Token | null | undefined, depth: number): number | undefined {
  if (token?.type === 'document') return findTooDeep(token.value, depth);
  if (token == null || !isCollection(token)) return undefined;
  if (depth >= MAX_DEPTH) return token.offset;
  for (const { key, value } of token.items) {
    const deep = findTooDeep(key, depth + 1) ?? findTooDeep(value, depth + 1);
    if (deep !== undefined) return deep;
  }
  return undefined;
}

/** The first anchor, alias, tag or directive. One leads to the next, an anchor to its aliases, so the first says it all. */
function findFeature(text: string, tokens: readonly CST.Token[]): readonly CST.Token[] {
  // Few texts have one of the characters that begin one; the others need no walk.
  if (!/[&*!%]/.test(text)) return [];
  const feature = findToken(tokens, ({ type }) => FEATURES.has(type));
  return feature === undefined ? [] : [feature];
}

const FEATURES: ReadonlySet<CST.Token['type']> = new Set<CST.Token['type']>(['directive', 'anchor', 'alias', 'tag']);

/** The first `#12` that ends a value: YAML begins a comment there, and its author meant an issue. */
function findSwallowed(text: string, tokens: readonly CST.Token[]): readonly CST.Token[] {
  // Within a word it begins no comment.
  if (!/[\s"']#\d/.test(text)) return [];
  const swallowed = (token: CST.Token): CST.Token | undefined =>
    token.type === 'scalar'
      ? token.end?.find(({ type, source }) => type === 'comment' && /^#\d/.test(source))
      : undefined;
  const value = findToken(tokens, (token) => swallowed(token) !== undefined);
  return value === undefined ? [] : [swallowed(value)!];
}

function findSecondDocument(tokens: readonly CST.Token[]): readonly CST.Token[] {
  return tokens.filter((token) => token.type === 'document').slice(1, 2);
}

function secondFinding(source: SourceFile, { offset }: CST.Token): Finding {
  return {
    ruleId: 'yaml-document',
    file: source.path,
    place: positionOf(source, offset, offset + (source.text.startsWith('---', offset) ? 3 : 1)),
    reason: 'A second document begins here; a file holds one.',
    note: 'Delete the line, or move what follows into its own file.',
  };
}

/** Turns a node into plain values without prototypes, so that no key of the data can reach one. */
function toValue(node: Node | null, source: SourceFile, findings: Finding[]): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => toValue(item as Node | null, source, findings));
  if (!isMap(node)) return null;
  const value = Object.create(null) as Record<string, unknown>;
  for (const { key, value: child } of node.items) {
    const text = keyText(key);
    const keyNode = key as Node;
    if (text === undefined) findings.push(keyFinding(source, keyNode));
    else if (text === '') findings.push(noKeyFinding(source, keyNode));
    else if (text in value) findings.push(duplicateFinding(source, keyNode, firstKey(node, text)));
    else value[text] = toValue(child as Node | null, source, findings);
  }
  return value;
}

/** The first key of a mapping that is written like this. */
function firstKey(map: YAMLMap, text: string): Node {
  return map.items.find(({ key }) => keyText(key) === text)!.key as Node;
}

function keyFinding(source: SourceFile, key: Node): Finding {
  return {
    ruleId: 'yaml-feature',
    file: source.path,
    place: rangeOf(source, key),
    reason: 'A list or mapping is used as a key.',
    note: 'Keys are words. If this is text, put it in quotes.',
  };
}

function noKeyFinding(source: SourceFile, key: Node): Finding {
  const [start] = key.range ?? [0];
  const colon = source.text.indexOf(':', start);
  return {
    ruleId: 'yaml-syntax',
    file: source.path,
    place: positionOf(source, Math.max(start, colon), Math.max(start, colon) + 1),
    reason: 'The key is missing here.',
    note: 'Write `key: value`.',
  };
}

function duplicateFinding(source: SourceFile, key: Node, first: Node): Finding {
  return {
    ruleId: 'duplicate-key',
    file: source.path,
    place: rangeOf(source, key),
    reason: `The key \`${keyText(key)!}\` stands here a second time.`,
    note: 'Keep one of them.',
    related: [{ reason: 'The first is here.', file: source.path, place: rangeOf(source, first) }],
  };
}

function rangeOf(source: SourceFile, node: Node): Finding['place'] {
  return node.range == null ? undefined : positionOf(source, node.range[0], node.range[1]);
}
