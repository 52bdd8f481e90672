import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { urlProblem } from '../model/url.ts';
import { type Block, type Inline, type Lines, plainText, text } from './nodes.ts';

const writer = unified().use(remarkStringify, { bullet: '-' });

/** Lines of cells as notes: a paragraph for each, with links where notes may have them. */
export function writeNotes(lines: Lines): string | undefined {
  if (lines.length === 0) return undefined;
  const children = lines.map((line): Block => ({ type: 'paragraph', children: [...line.flatMap(allowed)] }));
  return writer.stringify({ type: 'root', children });
}

/** A link that notes may not have, such as one without `https`, becomes words that name the address. */
function allowed(node: Inline): readonly Inline[] {
  if (node.type !== 'link') return ['children' in node ? { ...node, children: node.children.flatMap(allowed) } : node];
  if (urlProblem(node.url) === undefined) return [node];
  const label = plainText([node]);
  return [text(node.url.endsWith(label) ? node.url : `${label} (${node.url})`)];
}
