import { isDate } from '../model/day.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../model/evidence.ts';
import { handle } from '../model/handle.ts';
import type { Maintainer } from '../model/maintainer.ts';
import { urlProblem } from '../model/url.ts';
import { issueOf } from './github-address.ts';
import { type Inline, type Lines, type Link, plainText, splitLines, text } from './nodes.ts';

/** A piece of evidence as a table can tell it. */
interface TableEvidence {
  readonly kind: EvidenceKind;
  readonly url: string;
  readonly seen: { readonly on: string };
}

/** A caveat as a table can tell it. */
interface TableCaveat {
  readonly summary: string;
  readonly issue?: string;
  readonly documentation?: string;
  readonly reviewBy?: string | undefined;
}

/** What a cell says, and what of it was not understood. */
interface Reading<Value> {
  readonly values: readonly Value[];
  readonly rest: Lines;
}

/** The links of a line, those inside of emphasis too. */
export function linksOf(nodes: readonly Inline[]): readonly Link[] {
  return nodes.flatMap((node) => (node.type === 'link' ? [node] : 'children' in node ? linksOf(node.children) : []));
}

/** Who answers: handles, and contacts that are a link. */
export function readMaintainers(nodes: readonly Inline[], nothing: readonly string[]): Reading<Maintainer> {
  const values: Maintainer[] = [];
  const rest: (readonly Inline[])[] = [];
  const isHandle = (words: string): boolean => handle.safeParse(words).success;
  for (const node of splitLines(nodes).flat()) {
    const words = plainText([node]).trim();
    if (node.type === 'link' && !isHandle(words)) {
      if (urlProblem(node.url) === undefined) values.push({ name: words, url: node.url });
      else rest.push([node]);
      continue;
    }
    for (const part of words.split(/\s*[,;]\s*/).filter((each) => each !== '' && !nothing.includes(each))) {
      const handles = part.split(/\s+/);
      if (handles.every(isHandle)) values.push(...handles);
      else rest.push([{ type: 'text', value: part }]);
    }
  }
  return { values, rest };
}

/** Evidence, each line a kind that leads to its place and the day it was seen. */
export function readEvidence(lines: Lines): Reading<TableEvidence> {
  const values: TableEvidence[] = [];
  const rest: (readonly Inline[])[] = [];
  for (const line of lines) {
    const [first, second] = line;
    const kind = EVIDENCE_KINDS.find((each) => first?.type === 'link' && plainText([first]) === each);
    const on = second?.type === 'text' && line.length === 2 ? second.value.trim() : '';
    if (kind !== undefined && isDate(on)) values.push({ kind, url: (first as Link).url, seen: { on } });
    else rest.push(line);
  }
  return { values, rest };
}

/** What follows the place that tracks a caveat. */
const BEHIND_PLACE = /^(?:, look again on (\d{4}-\d{2}-\d{2}))?\)$/;

/** The end of a caveat that only has a day to look again. */
const DAY_ALONE = /^(.*) \(look again on (\d{4}-\d{2}-\d{2})\)$/s;

/** A caveat: what does not work and, in brackets, what tracks it. */
export function readCaveat(line: Lines[number]): TableCaveat {
  const [open, place, close] = line.slice(-3);
  const behind = close?.type === 'text' ? BEHIND_PLACE.exec(close.value) : null;
  if (behind !== null && place?.type === 'link' && open?.type === 'text' && open.value.endsWith(' (')) {
    const summary = sentenceOf([...line.slice(0, -3), text(open.value.slice(0, -2))]);
    // A page that states a limit may be an issue, too.
    const issue = plainText([place]) === 'documentation' ? undefined : issueOf(place.url);
    return { summary, ...(issue === undefined ? { documentation: place.url } : { issue }), reviewBy: behind[1] };
  }
  const last = line.at(-1)!;
  const [, before, reviewBy] = (last.type === 'text' ? DAY_ALONE.exec(last.value) : null) ?? [];
  if (before === undefined) return { summary: sentenceOf(line) };
  return { summary: sentenceOf([...line.slice(0, -1), text(before)]), reviewBy };
}

/** A line as a plain sentence, whose one piece of Markdown is code between backticks. */
function sentenceOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if (node.type !== 'link') return plainText([node]);
      const label = plainText([node]);
      return label === node.url ? label : `${label} (${node.url})`;
    })
    .join('')
    .trim();
}
