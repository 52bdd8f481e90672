import { type CST, Composer, type Document, type Node, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';
import { location } from 'vfile-location';
import { createSourceFile, keyText, positionOf, type SourceFile } from './source-file.ts';
import { explainSyntax } from './yaml-errors.ts';

/** Deepest nesting of lists and mappings: the deepest field of the model is at seven. */
const MAX_DEPTH = 16;

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
  const only = (ruleId: RuleId, reason: string, range: readonly [number, number], note?: string): ParsedYaml => ({
    findings: [{ ruleId, file: path, place: positionOf({ text, places: location(text) }, ...range), reason, note }],
  });
  if (text.trim() === '')
    return {
      findings: [
        { ruleId: 'empty-file', file: path, reason: 'The file is empty.', note: 'Fill it in or leave it out.' },
      ],
    };
  const tokens = [...new Parser().parse(text)];
  const deep = findTooDeep(tokens);
  if (deep !== undefined)
    return only('yaml-depth', `Lists and mappings are nested more than ${MAX_DEPTH} deep.`, [deep, deep + 1]);
  // Warnings of the composer concern directives and tags, which are refused below; duplicate keys are found there with both places.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: readonly Document[] = [...composer.compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (document === undefined) return only('empty-file', 'The file is empty.', [0, 0]);
  const source = createSourceFile(path, text, document);
  // What follows a first syntax error is as a rule its consequence.
  const error = documents.flatMap((each) => each.errors).sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (error !== undefined) return { source, findings: [explainSyntax(source, error)] };
  if (second !== undefined) {
    const start = second.range?.[0] ?? text.length;
    return {
      source,
      ...only(
        'yaml-document',
        'A second document begins here; a file holds one.',
        [start, start],
        'Delete the `---`, or move what follows into its own file.',
      ),
    };
  }
  if (document.directives?.yaml.explicit === true)
    return {
      source,
      ...only(
        'yaml-feature',
        'A directive stands at the top of the file.',
        [0, 0],
        'Delete the line that begins with `%`.',
      ),
    };
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return {
      source,
      findings: [
        {
          ruleId: 'empty-file',
          file: path,
          reason: 'The file holds nothing but comments.',
          note: 'Fill it in or leave it out.',
        },
      ],
    };
  }
  const findings: Finding[] = [];
  const value = toValue(document.contents, source, findings);
  // One feature leads to the next: an anchor to its aliases. The first says it all.
  const feature = findings.find((finding) => finding.ruleId === 'yaml-feature');
  return feature === undefined ? { source, value, findings } : { source, findings: [feature] };
}

/** The offset of the first list or mapping that is nested too deep, found without recursion. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  let level: unknown[] = [...tokens];
  for (let depth = 0; level.length > 0; depth += 1) {
    // Each level of YAML is at most two of tokens: a collection, and an item in it.
    if (depth > 2 * MAX_DEPTH + 2)
      return (level.find((token) => hasOffset(token)) as { offset: number } | undefined)?.offset ?? 0;
    const next: unknown[] = [];
    for (const token of level) {
      if (typeof token !== 'object' || token === null) continue;
      if ('items' in token && Array.isArray(token.items)) next.push(...(token.items as unknown[]));
      if ('key' in token && typeof token.key === 'object') next.push(token.key);
      if ('value' in token && typeof token.value === 'object') next.push(token.value);
    }
    level = next;
  }
  return undefined;
}

function hasOffset(token: unknown): boolean {
  return typeof token === 'object' && token !== null && 'offset' in token;
}

/** Turns a node into plain values without prototypes, so that no key of the data can reach one. */
function toValue(node: Node | null, source: SourceFile, findings: Finding[]): unknown {
  if (node === null) return null;
  refuseFeatures(node, source, findings);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => toValue(item as Node | null, source, findings));
  if (!isMap(node)) return undefined;
  const value = Object.create(null) as Record<string, unknown>;
  const keys = new Map<string, Node>();
  for (const { key, value: child } of node.items) {
    const text = keyText(key);
    const keyNode = key as Node;
    if (text === undefined) {
      findings.push({
        ruleId: 'yaml-feature',
        file: source.path,
        place: rangeOf(source, keyNode),
        reason: 'A list or mapping is used as a key.',
        note: 'Keys are words.',
      });
      continue;
    }
    refuseFeatures(keyNode, source, findings);
    const first = keys.get(text);
    if (first !== undefined) {
      findings.push({
        ruleId: 'duplicate-key',
        file: source.path,
        place: rangeOf(source, keyNode),
        reason: `The key \`${text}\` stands here a second time.`,
        note: 'Keep one of them.',
        related: [{ reason: 'The first is here.', file: source.path, place: rangeOf(source, first) }],
      });
      continue;
    }
    keys.set(text, keyNode);
    value[text] = toValue(child as Node | null, source, findings);
  }
  return value;
}

function refuseFeatures(node: Node, source: SourceFile, findings: Finding[]): void {
  const report = (reason: string, note: string): void => {
    findings.push({ ruleId: 'yaml-feature', file: source.path, place: rangeOf(source, node), reason, note });
  };
  if (isAlias(node))
    report(
      `The alias \`*${node.source}\` stands for something written elsewhere.`,
      'Write the value out: every entry is read on its own.',
    );
  else if (node.anchor !== undefined)
    report(
      `The anchor \`&${node.anchor}\` gives the value a name.`,
      'Delete it: aliases are not allowed, so nothing can use it.',
    );
  else if (node.tag !== undefined)
    report(
      `The tag \`${node.tag.replace('tag:yaml.org,2002:', '!!')}\` sets a type.`,
      'Delete it: the key decides what the value is.',
    );
}

function rangeOf(source: SourceFile, node: Node): Finding['place'] {
  return node.range == null ? undefined : positionOf(source, node.range[0], node.range[1]);
}
