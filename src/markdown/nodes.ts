import type { Root } from 'mdast';

/** The tree of a Markdown document. */
export type { Root };

/** What a document is made of: headings, paragraphs, lists, tables. */
export type Block = Root['children'][number];

export type Table = Extract<Block, { type: 'table' }>;
export type Row = Table['children'][number];
export type Cell = Row['children'][number];

/** What stands in a line: words, links, code. */
export type Inline = Cell['children'][number];

/** Lines of one cell, or of notes. */
export type Lines = readonly (readonly Inline[])[];

export type Link = Extract<Inline, { type: 'link' }>;

/** Plain words. */
export function text(value: string): Inline {
  return { type: 'text', value };
}

/** Words that lead to an address. */
export function link(url: string, label: string): Link {
  return { type: 'link', url, children: [{ type: 'text', value: label }] };
}

/** The end of a line inside a cell, which cannot have one otherwise. */
const LINE_END: Inline = { type: 'html', value: '<br>' };

/** The words of a piece of a document, without what they look like. */
export function plainText(nodes: readonly (Block | Row | Cell | Inline)[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plainText(node.children);
      if ('value' in node) return isLineEnd(node) ? ' ' : node.value;
      return 'alt' in node ? (node.alt ?? '') : ' ';
    })
    .join('');
}

/** Whether a node ends a line. */
export function isLineEnd(node: Block | Inline): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br *\/?>$/i.test(node.value));
}

/** The lines of a cell, each without the blanks around it; those with nothing in them are left out. */
export function splitLines(nodes: readonly Inline[]): Lines {
  const lines: Inline[][] = [[]];
  for (const node of nodes) {
    if (isLineEnd(node)) lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines.map(trimLine).filter((line) => line.length > 0);
}

/** One line out of several, with the end of a line between each two. */
export function joinLines(lines: Lines): readonly Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [LINE_END, ...line]));
}

function trimLine(line: readonly Inline[]): readonly Inline[] {
  const trimmed = line.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === line.length - 1 ? start.trimEnd() : start };
  });
  return trimmed.filter((node) => node.type !== 'text' || node.value !== '');
}
