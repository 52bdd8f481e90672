import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Position } from 'unist';
import { type Addresses, addressesOf, flattenInline } from './flatten-inline.ts';
import { type Block, type Cell, type Inline, plainText, type Row } from './nodes.ts';

/** A piece of the document, and where it stands. */
interface Placed {
  readonly place: Position;
}

export interface SourceCell extends Placed {
  readonly nodes: readonly Inline[];
  /** Its words, with one blank between each two. */
  readonly words: string;
}

/** A row as it is written: with too few cells, or too many, where it has them. */
export interface SourceRow extends Placed {
  readonly cells: readonly SourceCell[];
}

/** A table below the heading that says what it is about. */
export interface SourceTable {
  readonly heading: (Placed & { readonly words: string }) | undefined;
  readonly head: SourceRow;
  readonly rows: readonly SourceRow[];
}

/** What is in no table: rows that are meant to be in one, or words. */
interface Stray extends Placed {
  readonly kind: 'rows' | 'words';
}

/** A document as import sees it. */
export interface SourceDocument {
  readonly tables: readonly SourceTable[];
  readonly strays: readonly Stray[];
}

const reader = unified().use(remarkParse).use(remarkGfm);

/** Parses a Markdown document into its tables, and what is in none. */
export function parseTables(markdown: string): SourceDocument {
  const root = reader.parse(markdown);
  const addresses = addressesOf(root);
  const tables: SourceTable[] = [];
  const strays: Stray[] = [];
  let heading: SourceTable['heading'];
  for (const block of unwrap(root.children)) {
    const place = block.position!;
    if (block.type === 'heading') heading = { words: wordsOf(flattenInline(block.children, addresses)), place };
    else if (block.type === 'table') {
      const [head, ...rows] = block.children.map((row) => readRow(row, addresses));
      tables.push({ heading, head: head!, rows });
    } else if (block.type !== 'definition' && block.type !== 'thematicBreak') {
      const source = markdown.slice(place.start.offset, place.end.offset);
      strays.push({ kind: isMeantAsTable(block, source) ? 'rows' : 'words', place });
    }
  }
  return { tables, strays };
}

function readRow({ children, position }: Row, addresses: Addresses): SourceRow {
  const cells = children.map((cell) => {
    const nodes = flattenInline(cell.children, addresses);
    return { nodes, words: wordsOf(nodes), place: placeOf(cell) };
  });
  return { cells, place: position! };
}

/** Where the words of a cell stand, without the line in front and the blanks; the whole cell where it has none. */
function placeOf({ children, position }: Cell): Position {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return start === undefined || end === undefined ? position! : { start, end };
}

function wordsOf(nodes: readonly Inline[]): string {
  return plainText(nodes).replace(/\s+/g, ' ').trim();
}

/** The blocks of a document, where a list or quotation that holds a table is taken apart. */
function unwrap(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.type !== 'table' && holdsTable(block) ? unwrap(childrenOf(block)) : [block]));
}

function holdsTable(block: Block): boolean {
  return block.type === 'table' || childrenOf(block).some(holdsTable);
}

function childrenOf(block: Block): readonly Block[] {
  return ['list', 'listItem', 'blockquote'].includes(block.type) && 'children' in block ? block.children : [];
}

/** Whether lines look like rows, but a blank line, a row of hyphens that does not fit, or HTML keeps them from being a table. */
function isMeantAsTable(block: Block, source: string): boolean {
  if (block.type === 'html') return /<(?:table|tr|td)\b/i.test(source);
  if (block.type === 'code' && /^ {0,3}(?:```|~~~)/.test(source)) return false;
  return /^\s*\|/m.test(source);
}
