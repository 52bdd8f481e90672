import { type Block, type Inline, isLineEnd, link, plainText, type Root, text } from './nodes.ts';

/** The addresses that a document names once, by the name that its links use. */
export type Addresses = ReadonlyMap<string, string>;

/** The addresses that a document names at its end, or anywhere else. Of two for one name the first counts. */
export function addressesOf({ children }: Pick<Root, 'children'>): Addresses {
  return new Map(children.flatMap(listAddresses).toReversed());
}

function listAddresses(block: Block): readonly (readonly [name: string, url: string])[] {
  if (block.type === 'definition') return [[block.identifier, block.url]];
  return 'children' in block ? (block.children as Block[]).flatMap(listAddresses) : [];
}

/** Pieces of a line in the few forms that both cells and notes know: words, code, emphasis, links, ends of lines. */
export function flattenInline(nodes: readonly Inline[], addresses: Addresses): readonly Inline[] {
  const flat = nodes.flatMap((node): readonly Inline[] => {
    if (isLineEnd(node)) return [node];
    // The parser makes links also of words that were escaped because they look like addresses; those stand nowhere.
    if (node.type === 'link' && node.position === undefined) return [text(plainText(node.children))];
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }];
      case 'link':
      case 'emphasis':
      case 'strong':
        return [{ ...node, children: flattenInline(node.children, addresses) } as Inline];
      case 'linkReference':
        return [
          {
            type: 'link',
            url: addresses.get(node.identifier)!,
            children: flattenInline(node.children, addresses),
          } as Inline,
        ];
      case 'image':
        return [link(node.url, node.alt == null || node.alt === '' ? node.url : node.alt)];
      case 'imageReference':
        return [link(addresses.get(node.identifier)!, node.alt ?? '')];
      case 'delete':
        return [text('~~'), ...flattenInline(node.children, addresses), text('~~')];
      case 'footnoteReference':
        return [text(`[^${node.label ?? node.identifier}]`)];
      default:
        return [text(plainText([node]))];
    }
  });
  return joinTexts(flat);
}

/** Words that stand beside each other in one piece. */
export function joinTexts(nodes: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') joined[joined.length - 1] = text(last.value + node.value);
    else joined.push(node);
  }
  return joined;
}
