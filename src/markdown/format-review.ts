import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { printable } from '../diagnostics/format-text.ts';
import { isRuleId } from '../diagnostics/rule-id.ts';
import { ruleUrl } from '../diagnostics/rule-url.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { repositoryUrl } from '../model/reference.ts';
import type { Review, ReviewProblem, ReviewSubject, ReviewTable } from '../model/review.ts';
import { inertWords } from './inert.ts';
import { type Block, type Cell, type Inline, type Row, text } from './nodes.ts';

/** Where links of a review lead: as the data of the base says, never as the pull request does. */
export interface ReviewLinks {
  /** The repository, `owner/name`. */
  readonly repository: string;
  /** The address of the site. */
  readonly site: string;
}

/** How a comment begins that holds a review: by this it is found again. */
export const REVIEW_MARKER = '<!-- interop-matrix-review -->';

/** The most characters that GitHub takes for a comment. */
const MOST_CHARACTERS = 65_536;

/** How much of everything is shown at first; where that is too much together, half of it. */
const MOST_ITEMS = 200;

/** How many changes of one entry are shown, and how many entries of one change. */
const MOST_CHANGES = 25;

/** The longest text that is shown whole. */
const MOST_TEXT = 400;

type List = Extract<Block, { type: 'list' }>;
type Item = List['children'][number];

const writer = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-' });

/**
 * Formats a review as Markdown for a comment on GitHub. It always fits, and says what it leaves out. Whatever comes from
 * the pull request is text: it cannot become HTML, a link, a mention, or another comment.
 */
export function formatReview(review: Review, links: ReviewLinks | undefined): string {
  for (let most = MOST_ITEMS; ; most = Math.floor(most / 2)) {
    const written = writer.stringify({ type: 'root', children: blocksOf(review, links, most) });
    // No other marker may stand in it, not even as a text.
    const text = `${REVIEW_MARKER}\n${written.replaceAll('<!--', '<!\u200c--')}`;
    if (text.length <= MOST_CHARACTERS || most === 0) return text;
  }
}

function blocksOf(review: Review, links: ReviewLinks | undefined, most: number): Block[] {
  const { problems, consequences, next, outside, remarks, tables } = review;
  const toItem = (item: ReviewProblem): Item => problemItem(item, review, links);
  return [
    { type: 'heading', depth: 3, children: words(review.headline) },
    ...section('Problems', problems.new, most, (items) => list(items.map(toItem))),
    ...section('What changes', groupChanges(review.changes), most, (items) => list(items.map(changesItem))),
    ...tables.slice(0, most).flatMap((table) => section(table.title, table.rows, most, (rows) => tableOf(table, rows))),
    ...section('What follows', consequences, most, (items) => list(items.map((each) => item(words(each))))),
    ...section('Outside of the data', outside, most, (items) => list(items.map((path) => item([code(path)])))),
    ...details('For the next level', next, most, (items) => list(items.map(nextItem))),
    ...details('Problems that were there before', problems.before, most, (items) => list(items.map(toItem))),
    ...remarks.slice(0, most).map((remark) => paragraph(words(remark))),
    paragraph([{ type: 'html', value: '<sub>' }, ...words(footer(review)), { type: 'html', value: '</sub>' }]),
  ];
}

function footer({ base, head, asOf }: Review): string {
  return `\`${head.slice(0, 10)}\` compared with \`${base.slice(0, 10)}\`, where both went apart, and judged by ${asOf}.`;
}

/** A heading with what fits of a list, and how much does not. */
function section<Each>(
  title: string,
  all: readonly Each[],
  most: number,
  toBlock: (items: readonly Each[]) => Block,
): Block[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  return [
    { type: 'heading', depth: 4, children: words(title) },
    ...(shown.length === 0 ? [] : [toBlock(shown)]),
    ...(rest === 0 ? [] : [paragraph([{ type: 'emphasis', children: words(`${rest} more are left out.`) }])]),
  ];
}

/** The same, opened by a click. */
function details<Each>(
  title: string,
  all: readonly Each[],
  most: number,
  toBlock: (items: readonly Each[]) => Block,
): Block[] {
  const [, ...blocks] = section(title, all, most, toBlock);
  if (blocks.length === 0) return [];
  return [
    { type: 'html', value: `<details><summary>${title} (${all.length})</summary>` },
    ...blocks,
    { type: 'html', value: '</details>' },
  ];
}

function problemItem(problem: ReviewProblem, { base, head }: Review, links: ReviewLinks | undefined): Item {
  const { rule, severity, file, start, reason, note, fix } = problem;
  const line = start === undefined ? '' : `#L${start.line}`;
  // What is deleted is still to be seen where it was.
  const commit = rule === 'removed-file' ? base : head;
  // A path that needs escaping, or that leads out of the repository, is one that no entry has.
  const isPlain = /^[\w./-]+$/.test(file) && !file.includes('..');
  const place = code(start === undefined ? file : `${file}:${start.line}`);
  const sentences = [
    strong(severity),
    text(' '),
    links !== undefined && isPlain
      ? link(`${repositoryUrl(links.repository)}/blob/${commit}/${file}${line}`, place)
      : place,
    text(' '),
    ...words(note === undefined ? reason : `${cut(reason)} ${note}`),
    text(' '),
    links !== undefined && isRuleId(rule) ? link(ruleUrl(links.site, rule), code(rule)) : code(rule),
  ];
  return item(sentences, fix === undefined ? [] : [{ type: 'code', lang: 'yaml', value: printableLines(cut(fix)) }]);
}

function printableLines(value: string): string {
  return value.split('\n').map(printable).join('\n');
}

/** The same changes of one subject, or of several. */
interface SameChanges {
  readonly subjects: readonly ReviewSubject[];
  readonly texts: readonly string[];
}

/** From how many subjects on the same is said of all of them at once. */
const MANY = 3;

/** The changes of each subject together, and many subjects of which the same is said; in the order in which they stand. */
function groupChanges(changes: Review['changes']): readonly SameChanges[] {
  const bySubject = [...Map.groupBy(changes, ({ subject }) => JSON.stringify(subject)).values()];
  const alike = Map.groupBy(bySubject, (group) => JSON.stringify(group.map(({ text: words }) => words)));
  return [...alike.values()].flatMap((groups) =>
    (groups.length < MANY ? groups.map((group) => [group]) : [groups]).map((same) => ({
      subjects: same.map(([first]) => first!.subject),
      texts: same[0]!.map((each) => each.text),
    })),
  );
}

function changesItem({ subjects, texts }: SameChanges): Item {
  const name = nameSubjects(subjects);
  if (texts.length === 1) return item([...name, text(': '), ...words(texts[0]!)]);
  const shown = texts.slice(0, MOST_CHANGES);
  const rest = texts.length - shown.length;
  const lines = [...shown, ...(rest === 0 ? [] : [`${formatCount(rest, 'change')} more`])];
  return item(name, [list(lines.map((each) => item(words(each))))]);
}

/** One subject with its file; of several the names. */
function nameSubjects(subjects: readonly ReviewSubject[]): Inline[] {
  const [{ name, file }] = subjects as [ReviewSubject];
  if (subjects.length === 1) return [strong(name), ...(file === undefined ? [] : [text(' '), code(file)])];
  const names = subjects
    .slice(0, MOST_CHANGES)
    .flatMap((each, index) => [...(index === 0 ? [] : [text(', ')]), strong(each.name)]);
  const rest = subjects.length - MOST_CHANGES;
  return rest > 0 ? [...names, text(` and ${rest} more`)] : names;
}

function nextItem({ subject, level, missing }: Review['next'][number]): Item {
  const needs = missing.length === 0 ? 'nothing more' : missing.join('; ');
  return item([strong(subject.name), ...words(` needs for ${level}: ${needs}`)]);
}

/** The rows before and after in one: what stays is written once. */
function tableOf({ columns }: ReviewTable, rows: readonly ReviewTable['rows'][number][]): Block {
  const head: Row = { type: 'tableRow', children: ['Name', ...columns].map((each) => cell(words(each))) };
  return { type: 'table', children: [head, ...rows.map((row) => rowOf(row))] };
}

function rowOf({ subject, before, after }: ReviewTable['rows'][number]): Row {
  const mark = before === undefined ? ' (new)' : after === undefined ? ' (gone)' : '';
  const cells = (after ?? before ?? []).map((now, index): Inline[] => {
    const was = before?.[index];
    if (after === undefined) return [{ type: 'delete', children: words(now) }];
    return was === undefined || was === now
      ? words(now)
      : [...words(`${was} → `), { type: 'strong', children: words(now) }];
  });
  return { type: 'tableRow', children: [[strong(subject.name), text(mark)], ...cells].map(cell) };
}

function cell(children: Inline[]): Cell {
  return { type: 'tableCell', children };
}

function list(items: Item[]): List {
  return { type: 'list', ordered: false, spread: false, children: items };
}

function item(children: Inline[], below: readonly Extract<Block, { type: 'list' | 'code' }>[] = []): Item {
  return { type: 'listItem', spread: false, children: [paragraph(children), ...below] };
}

function paragraph(children: Inline[]): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', children };
}

function link(url: string, label: Extract<Inline, { type: 'inlineCode' }>): Inline {
  return { type: 'link', url, children: [label] };
}

function strong(name: string): Inline {
  return { type: 'strong', children: words(name) };
}

function code(value: string): Extract<Inline, { type: 'inlineCode' }> {
  return { type: 'inlineCode', value: printable(cut(value)) };
}

/** Words of a review, cut where they are long, that do nothing. */
function words(sentence: string): Inline[] {
  return inertWords(cut(sentence));
}

function cut(value: string): string {
  return value.length <= MOST_TEXT ? value : `${value.slice(0, MOST_TEXT - 1).toWellFormed()}…`;
}
