import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { groupByOwner, type Owner, type WorkGroup, type WorkItem } from '../rules/work-list.ts';
import { inertWords } from './inert.ts';
import type { Block, Inline, Root } from './nodes.ts';

type List = Extract<Block, { type: 'list' }>;

/** What a work list leads to. */
export interface WorkLinks {
  /** The page of whoever owns an item. */
  readonly page: (owner: Owner) => string;
  /** The line of the data file on GitHub. */
  readonly line: (finding: Diagnostic) => string;
}

/** The most characters that the text of an issue or a pull request on GitHub may have, less some for what surrounds it. */
const MOST_CHARACTERS = 60_000;

const processor = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' });

/**
 * Formats a work list as Markdown for an issue: a box to tick for each item, under the entry that it is about. What is
 * too much for an issue is counted. Nobody is mentioned, and no issue elsewhere is linked: a list that is written anew
 * every day would tell them every day.
 */
export function formatWorkList(intro: string, items: readonly WorkItem[], links: WorkLinks): string {
  const parts = [format([paragraph(inertWords(intro))])];
  let [size, left] = [parts[0]!.length, items.length];
  for (const group of groupByOwner(items)) {
    const part = format(blocksOf(group, links));
    if (size + part.length > MOST_CHARACTERS) break;
    parts.push(part);
    size += part.length;
    left -= group.items.length;
  }
  if (left > 0)
    parts.push(format([paragraph(inertWords(`${left} more are left out; \`npm run drift\` lists them all.`))]));
  return parts.join('\n');
}

function blocksOf({ owner, items }: WorkGroup, { page, line }: WorkLinks): Root['children'] {
  return [
    { type: 'heading', depth: 3, children: [link(page(owner), owner.name)] },
    { type: 'list', ordered: false, spread: false, children: items.map((item) => toListItem(item, line)) },
  ];
}

function toListItem({ concern, finding }: WorkItem, lineUrl: WorkLinks['line']): List['children'][number] {
  const { reason, note, url, ruleId, fix, place } = finding;
  const sentences = paragraph([
    { type: 'strong', children: [{ type: 'text', value: concern.title }] },
    ...inertWords(`: ${reason}${note == null ? '' : ` ${note}`} (`),
    link(lineUrl(finding), `line ${startOf(place).line}`),
    ...inertWords(', '),
    ...(url == null ? inertWords(ruleId) : [link(url, ruleId)]),
    ...inertWords(')'),
  ]);
  const code = fix === undefined ? [] : [{ type: 'code' as const, lang: 'yaml', value: fix }];
  return { type: 'listItem', checked: false, spread: false, children: [sentences, ...code] };
}

function format(children: Root['children']): string {
  return processor.stringify({ type: 'root', children });
}

function paragraph(children: Inline[]): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', children };
}

function link(url: string, text: string): Inline {
  return { type: 'link', url, children: inertWords(text) };
}
