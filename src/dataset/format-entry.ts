import { Document, isCollection, isMap, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { formatDocument } from './format-document.ts';
import { keyOrder } from './key-order.ts';
import { descriptionAt, keysAt } from './schema-at.ts';
import { keyText } from './yaml-nodes.ts';

/** The keys that begin a section of an entry. */
const SECTIONS: ReadonlySet<string> = new Set(['evidence', 'selection', 'stages', 'caveats', 'notes', 'history']);

/** The keys whose values stand on one line, and those of whose values each does. */
const SHORT: ReadonlySet<string> = new Set(['aliases', 'architectures', 'maintainers', 'images', 'environments']);
const SHORT_ITEMS: ReadonlySet<string> = new Set(['stages', 'history']);

/**
 * A new entry as a file in house style. `hints` are keys that it might have: where it lacks one, a comment says what would
 * stand there.
 */
export function formatEntry(
  value: Readonly<Record<string, unknown>>,
  schema: z.ZodType,
  { modeline, hints = [] }: { readonly modeline?: string | undefined; readonly hints?: readonly string[] },
): string {
  const document = new Document(value);
  const root = document.contents as unknown as YAMLMap<Scalar, Node>;
  for (const { key, value: node } of root.items) {
    const name = keyText(key)!;
    key.spaceBefore = SECTIONS.has(name);
    for (const short of SHORT.has(name) ? [node] : SHORT_ITEMS.has(name) ? itemsOf(node) : [])
      if (isCollection(short)) short.flow = true;
  }
  addHints(document, schema, hints);
  return formatDocument({ text: '', document }, keyOrder(schema), modeline);
}

function itemsOf(node: Node | null): readonly unknown[] {
  if (!isCollection(node)) return [];
  return isMap(node) ? node.items.map((pair) => pair.value) : node.items;
}

/** Puts each hint above the next key that is there. */
function addHints(document: Document, schema: z.ZodType, hints: readonly string[]): void {
  const { items } = document.contents as unknown as YAMLMap<Scalar>;
  let waiting: string[] = [];
  for (const key of keysAt(schema, [])) {
    const pair = items.find((each) => keyText(each.key) === key);
    if (pair === undefined) {
      if (hints.includes(key)) waiting.push(` ${key}: ${descriptionAt(schema, [key]) ?? ''}`);
    } else if (waiting.length > 0) {
      pair.key.commentBefore = waiting.join('\n');
      waiting = [];
    }
  }
  if (waiting.length > 0) document.comment = waiting.join('\n');
}
