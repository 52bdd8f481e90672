import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Addresses, addressesOf, flattenInline } from './flatten-inline.ts';
import { type Block, type Lines, splitLines, text } from './nodes.ts';

/**
 * The lines that notes become in a cell of a table, which holds no lists and no paragraphs: each paragraph and each item
 * is one, with a dot in front of items. Links, code and emphasis stay.
 */
export function flattenNotes(markdown: string): Lines {
  const root = fromMarkdown(markdown);
  const addresses = addressesOf(root);
  return root.children.flatMap((block) => flattenBlock(block, addresses));
}

function flattenBlock(block: Block, addresses: Addresses): Lines {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return splitLines(flattenInline(block.children, addresses));
    case 'list':
      return block.children.flatMap((item) =>
        item.children
          .flatMap((child) => flattenBlock(child, addresses))
          .map((line, index) => (index === 0 ? [text('• '), ...line] : line)),
      );
    case 'blockquote':
      return block.children.flatMap((child) => flattenBlock(child, addresses));
    case 'code':
      return block.value.split('\n').map((value) => [{ type: 'inlineCode', value }]);
    default:
      return [];
  }
}
