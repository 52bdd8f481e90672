import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { formatScalar, formatText } from './format-scalar.ts';
import type { KeyOrder } from './key-order.ts';
import { isModeline } from './modeline.ts';
import type { SourceFile } from './source-file.ts';
import { keyText } from './yaml-nodes.ts';

/** Mappings that stand on one line: each is one fact of a few words. */
const ONE_LINE: ReadonlySet<string> = new Set(['seen', 'latest', 'affects']);

type Collection = YAMLMap | YAMLSeq;

/**
 * A file in house style: keys in the order of the model, two blanks a level, quotes where YAML needs them. Comments and
 * blank lines stay with what they stand above, and what its author wrote on one line, or over several, stays so.
 * `modeline` is the first line that it shall have; without it the file keeps its own. The file must fit its schema.
 */
export function formatDocument(
  { text, document }: Pick<SourceFile, 'text' | 'document'>,
  order: KeyOrder,
  modeline?: string,
): string {
  const first = modeline ?? text.split('\n').find(isModeline);
  const contents = document.contents as Collection;
  const above = formatComments(document.commentBefore, '');
  const below = formatComments(contents.comment, '') + formatComments(document.comment, '');
  return [
    first === undefined ? '' : `${first}\n`,
    above === '' ? '' : `${above}\n`,
    formatItems(contents, '', text, order),
    below === '' ? '' : `\n${below}`,
  ].join('');
}

/**
 * The lines of a list or mapping that has at least one item. The first begins with `start`, the others with as many
 * blanks; `source` is the text of the file.
 */
function formatItems(node: Collection, start: string, source: string, order: KeyOrder): string {
  const indent = ' '.repeat(start.length);
  const lines = isMap(node)
    ? sortPairs(node, order).map(
        (pair, index) =>
          formatBlank(pair.key as Node, index) + formatPair(pair, index === 0 ? start : indent, source, order),
      )
    : (node.items as readonly Node[]).map(
        (item, index) => formatBlank(item, index) + formatItem(item, index === 0 ? start : indent, source, order),
      );
  return lines.join('');
}

/** The same with the comments below the last one. */
function formatCollection(node: Collection, start: string, source: string, order: KeyOrder): string {
  return formatItems(node, start, source, order) + formatComments(node.comment, ' '.repeat(start.length));
}

/** The blank line above a key or an item; it separates, so none stands above the first. */
function formatBlank({ spaceBefore }: Node, index: number): string {
  return spaceBefore === true && index > 0 ? '\n' : '';
}

function formatPair({ key, value }: Pair, start: string, source: string, order: KeyOrder): string {
  const [name, node] = [key as Scalar, value as Node];
  const above = `${formatComments(name.commentBefore, start)}${formatComments(name.comment, start)}`;
  const line = `${start}${formatKey(name, order, false)}:`;
  const deeper = ' '.repeat(start.length + 2);
  const within = isCollection(node) ? order.below(keyText(name)!) : order;
  return needsLines(node, keyText(name))
    ? `${above}${line}\n${formatComments(node.commentBefore, deeper)}${formatCollection(node, deeper, source, within)}`
    : `${above}${formatComments(node.commentBefore, start)}${formatLine(node, `${line} `, deeper, source, within)}`;
}

function formatItem(node: Node, start: string, source: string, order: KeyOrder): string {
  const within = order.below('*');
  const item = `${start}- `;
  return `${formatComments(node.commentBefore, start)}${
    needsLines(node)
      ? formatCollection(node, item, source, within)
      : formatLine(node, item, ' '.repeat(item.length), source, within)
  }`;
}

/** A value that stands behind its key or hyphen, with the comment behind it; the lines of a text begin with `indent`. */
function formatLine(node: Node, start: string, indent: string, source: string, order: KeyOrder): string {
  const value = isScalar(node) ? formatScalar(node, source, indent, false) : formatFlow(node, source, order);
  const { comment } = node;
  if (comment == null) return `${start}${value}\n`;
  // The parser joins the comments behind an empty list with those within it: several lines stand above.
  if (comment.includes('\n')) return `${formatComments(comment, start)}${start}${value}\n`;
  return `${start}${value.replace(/\n|$/, (end) => ` #${comment.trimEnd()}${end}`)}\n`;
}

/** A value within braces or brackets, or such a list or mapping itself. */
function formatFlow(node: Node, source: string, order: KeyOrder): string {
  if (isScalar(node)) return formatScalar(node, source, '', true);
  if (!isMap(node)) {
    const items = (node as YAMLSeq<Node>).items.map((item) => formatFlow(item, source, order.below('*')));
    return `[${items.join(', ')}]`;
  }
  const pairs = sortPairs(node, order).map(({ key, value }) => {
    const within = isCollection(value) ? order.below(keyText(key)!) : order;
    return `${formatKey(key as Scalar, order, true)}: ${formatFlow(value as Node, source, within)}`;
  });
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function formatKey(key: Scalar, { ranks }: KeyOrder, isInFlow: boolean): string {
  const text = keyText(key)!;
  // The keys of the model are words.
  return ranks.has(text) || typeof key.value !== 'string' ? text : formatText(text, isInFlow);
}

/** The pairs of a mapping in house order; those that the order does not know keep theirs, behind the others. */
function sortPairs({ items }: YAMLMap, { ranks }: KeyOrder): readonly Pair[] {
  const rankOf = ({ key }: Pair): number => ranks.get(keyText(key)!) ?? ranks.size;
  let highest = 0;
  for (const pair of items) {
    const rank = rankOf(pair);
    if (rank < highest) return items.toSorted((a, b) => rankOf(a) - rankOf(b));
    highest = rank;
  }
  return items;
}

/** Whether a value takes lines of its own: a list or mapping that was written so, or has comments within. */
function needsLines(node: Node, key?: string): node is Collection {
  if (!isCollection(node) || node.items.length === 0) return false;
  const isFact =
    key !== undefined && ONE_LINE.has(key) && isMap(node) && node.items.every(({ value }) => isScalar(value));
  // A comment above the first key of a fact stood within it.
  const isShort = node.flow === true || (isFact && node.commentBefore == null);
  return !isShort || hasCommentsWithin(node);
}

/** Whether comments stand between the brackets of a value, or would once it has them: one line has no room for them. */
function hasCommentsWithin(node: Node | null): boolean {
  if (!isCollection(node)) return false;
  const hasComments = (part: Node | null): boolean =>
    part?.commentBefore != null || part?.comment != null || hasCommentsWithin(part);
  return (
    (node.flow !== true && node.comment != null) ||
    (node.items as readonly (Node | Pair)[]).some((item) =>
      isPair(item) ? hasComments(item.key as Node) || hasComments(item.value as Node | null) : hasComments(item),
    )
  );
}

/**
 * Comments on lines of their own, as far in as the line that begins with `start`. The parser gives them without the `#`,
 * and blank lines among them as they are.
 */
function formatComments(comments: string | null | undefined, start: string): string {
  if (comments == null) return '';
  const margin = start.slice(0, start.length - start.trimStart().length);
  return comments
    .split('\n')
    .filter((line) => !isModeline(`#${line}`))
    .map((line) => (line === '' ? '\n' : `${margin}#${line.trimEnd()}\n`))
    .join('');
}
