import type { Token } from 'markdown-it';
import { joinTexts } from './flatten-inline.ts';
import { type Inline, type Lines, splitLines, text } from './nodes.ts';
import { createNotesParser } from './parse-notes.ts';

const parser = createNotesParser();
// Addresses stay as they are written, because they may be read again.
parser.normalizeLink = (url) => url;

/**
 * The lines that notes become in a cell of a table, which holds no lists and no paragraphs: each paragraph and each item
 * is one, with a dot in front of items. Links, code and emphasis stay.
 */
export function flattenNotes(markdown: string): Lines {
  const lines: (readonly Inline[])[] = [];
  /** How many items have begun that have no line yet. */
  let dots = 0;
  for (const token of parser.parse(markdown, {})) {
    if (token.type === 'list_item_open') dots += 1;
    // What it held took its dot, unless it held nothing.
    else if (token.type === 'list_item_close') dots = Math.max(0, dots - 1);
    for (const line of linesOf(token)) {
      lines.push(dots === 0 ? line : [text('• '.repeat(dots)), ...line]);
      dots = 0;
    }
  }
  return lines;
}

function linesOf({ type, content, children }: Token): Lines {
  if (type === 'inline') return splitLines(toInline(children ?? []));
  if (type !== 'fence' && type !== 'code_block') return [];
  return content
    .replace(/\n$/, '')
    .split('\n')
    .map((value) => [{ type: 'inlineCode', value }]);
}

/** The pieces of a line as a tree: what stands between an opening and a closing token is inside. */
function toInline(tokens: readonly Token[]): readonly Inline[] {
  const open: { readonly by?: Token; readonly nodes: Inline[] }[] = [{ nodes: [] }];
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ by: token, nodes: [] });
      continue;
    }
    // Where emphasis begins or ends the parser leaves some without words.
    if (token.type === 'text' && token.content === '') continue;
    const closed = token.nesting === -1 ? open.pop()! : undefined;
    open.at(-1)!.nodes.push(closed === undefined ? leaf(token) : holder(closed.by!, joinTexts(closed.nodes)));
  }
  return joinTexts(open[0]!.nodes);
}

function leaf({ type, content }: Token): Inline {
  switch (type) {
    case 'hardbreak':
      return { type: 'break' };
    case 'softbreak':
      return text(' ');
    case 'code_inline':
      return { type: 'inlineCode', value: content };
    default:
      return text(content);
  }
}

function holder(token: Token, children: readonly Inline[]): Inline {
  switch (token.type) {
    case 'link_open':
      return { type: 'link', url: String(token.attrGet('href')), children: [...children] as never };
    case 'em_open':
      return { type: 'emphasis', children: [...children] };
    default:
      return { type: 'strong', children: [...children] };
  }
}
