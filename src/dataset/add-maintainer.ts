import { isScalar, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { formatText } from './format-scalar.ts';
import { parseYaml } from './parse-yaml.ts';
import { keyText } from './yaml-nodes.ts';

/** A text, and where something is put into it. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Adds a maintainer to the text of a valid entry; nothing else of it changes, not a blank. `keys` are the keys of such an
 * entry in house order, for an entry that has no list yet.
 */
export function addMaintainer(text: string, handle: string, keys: readonly string[]): string {
  const root = parseYaml('', text).source!.document.contents as YAMLMap;
  const list = root.items.find(({ key }) => keyText(key) === 'maintainers')?.value as YAMLSeq<Node> | undefined;
  const { at, text: added } =
    list === undefined
      ? insertList(text, root, handle, keys)
      : list.flow === true
        ? insertBetween(list, handle)
        : insertBelow(text, list, handle);
  return text.slice(0, at) + added + text.slice(at);
}

/** A list within brackets: behind the last item, or the bracket that opens it. */
function insertBetween(list: YAMLSeq<Node>, handle: string): Insertion {
  const last = list.items.at(-1);
  return last === undefined
    ? { at: list.range![0] + 1, text: quote(handle, list) }
    : { at: last.range![1], text: `, ${quote(handle, list)}` };
}

/** A list of lines: a line below that which the last item ends on. */
function insertBelow(text: string, list: YAMLSeq<Node>, handle: string): Insertion {
  const line = `${marginOf(text, list)}- ${quote(handle, list)}`;
  return { at: endOfLine(text, list.items.at(-1)!), text: `${lineEnd(text)}${line}` };
}

/** No list: below the key that it follows in house order. */
function insertList(text: string, root: YAMLMap, handle: string, keys: readonly string[]): Insertion {
  const place = keys.indexOf('maintainers');
  const before = root.items.findLast(({ key }) => keys.indexOf(keyText(key)!) < place) ?? root.items.at(-1)!;
  const value = before.value as Node;
  const line = `maintainers: [${quote(handle)}]`;
  if (root.flow === true) return { at: value.range![1], text: `, ${line}` };
  return { at: endOfLine(text, value), text: `${lineEnd(text)}${marginOf(text, before.key as Node)}${line}` };
}

/** As many blanks as stand, or something else does, before a value on its line. */
function marginOf(text: string, { range }: Node): string {
  const start = text.lastIndexOf('\n', range![0]) + 1;
  return ' '.repeat(range![0] - start);
}

/** The end of the line that a value ends on, where its comment ends as well. */
function endOfLine(text: string, { range }: Node): number {
  const end = text.slice(0, range![1]).trimEnd().length;
  const newline = text.indexOf(lineEnd(text), end);
  return newline < 0 ? text.length : newline;
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A handle in quotes like those of its neighbours. */
function quote(handle: string, list?: YAMLSeq<Node>): string {
  const isSingle = list?.items.some((item) => isScalar(item) && item.type === 'QUOTE_SINGLE') === true;
  return isSingle ? `'${handle}'` : formatText(handle, true);
}
