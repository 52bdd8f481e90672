import { defaultHandlers, type Handlers } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { assess } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import { ANSWER_LABELS, answerOf, COLUMN_LABELS } from '../matrix/mark.ts';
import { compareNames } from '../matrix/matrix-view.ts';
import { COLUMNS } from '../model/level.ts';
import { repositoryUrl } from '../model/reference.ts';
import { flattenNotes } from './flatten-notes.ts';
import { caveatsCell, evidenceCell, maintainersCell, NONE } from './format-row.ts';
import {
  type Block,
  type Cell,
  type Inline,
  joinLines,
  type Lines,
  type Link,
  link,
  type Root,
  type Row,
  type Table,
  text,
} from './nodes.ts';

/** What the document is made from. */
interface MarkdownSource {
  readonly dataset: Dataset;
  /** The day the data speaks of. */
  readonly asOf: string;
  /** The address of the site, without a slash at the end. */
  readonly site: string;
}

/**
 * Formats the matrix as one Markdown document: a table for each category, one for the Cluster API providers, and a list of
 * what is retired. Import reads it again.
 */
export function formatMarkdown({ dataset, asOf, site }: MarkdownSource): string {
  const { name, description, repository, levels, categories } = dataset.matrix.value;
  const active = dataset.environments.filter(({ value }) => value.lifecycle !== 'retired');
  const providers = dataset.providers.filter(({ value }) => value.lifecycle !== 'retired');
  const root: Root = {
    type: 'root',
    children: [
      heading(1, name),
      paragraph(text(description)),
      paragraph(
        text(`As of ${asOf}. Made from the data of `),
        link(repositoryUrl(repository), repository),
        text(': change it there, not here. '),
        link(`${site}/`, 'The pages'),
        text(' have more.'),
      ),
      list(levels.map(({ label, promise }) => [strong(label), text(`: ${promise}`)])),
      ...categories.flatMap((category) => {
        const entries = active.filter((entry) => entry.category === category.id);
        if (entries.length === 0) return [];
        return [
          heading(2, category.label),
          paragraph(text(category.description)),
          environmentTable(entries, dataset, site),
        ];
      }),
      ...(providers.length === 0 ? [] : [heading(2, 'Cluster API'), providerTable(providers, dataset)]),
      ...retiredList(dataset),
    ],
  };
  return createWriter().stringify(root);
}

/** Words, numbers and ids, alone or as a sentence, in which nothing can be taken for Markdown. */
const PLAIN = /^[a-z0-9]+(?:(?:[,;]? |[-/#])[a-z0-9]+)*(?:(?<=[a-z])\.)?$/i;

/** An address in which nothing can. */
const PLAIN_URL = /^https:\/\/[a-z0-9./-]+$/i;

/** Plain links, of which each row has several, are written as they are. */
const writeLink: Handlers['link'] = (node: Link, ...rest) => {
  const [label] = node.children;
  return node.children.length === 1 && label?.type === 'text' && PLAIN.test(label.value) && PLAIN_URL.test(node.url)
    ? `[${label.value}](${node.url})`
    : defaultHandlers.link(node, ...rest);
};

/** Turns a document into text. Thousands of rows say the same words, which are looked through once. */
function createWriter() {
  const known = new Map<string, string>();
  const handlers: Partial<Handlers> = {
    link: Object.assign(writeLink, { peek: defaultHandlers.link.peek }),
    text: ({ value }: { readonly value: string }, parent, state, info) => {
      if (PLAIN.test(value)) return value;
      const index = state.indexStack.at(-1)!;
      const [beforeNode, afterNode] = [parent?.children[index - 1], parent?.children[index + 1]];
      // All that what is written depends on.
      const key = [...state.stack, info.before, beforeNode?.type, value, afterNode?.type, info.after].join('\0');
      const written = known.get(key) ?? state.safe(value, { ...info, beforeNode, afterNode });
      known.set(key, written);
      return written;
    },
  };
  return unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', handlers });
}

function environmentTable(entries: readonly EnvironmentEntry[], dataset: Dataset, site: string): Table {
  const columns = COLUMNS.map((column) => COLUMN_LABELS[column]);
  return table(
    ['Environment', 'Level', ...columns, 'Maintainer', 'Evidence', 'Caveats', 'Notes'],
    entries
      .toSorted((a, b) => compareNames(a.value.name, b.value.name))
      .map(({ id, value }) => {
        const { worth } = assess(value, dataset);
        return [
          [value.homepage === undefined ? text(value.name) : link(value.homepage, value.name)],
          [link(`${site}/environments/${id}/`, worth.label)],
          ...COLUMNS.map((column) => [text(ANSWER_LABELS[answerOf(worth, column, value.caveats.length)])]),
          value.maintainers.length === 0 ? [text('needs a maintainer')] : maintainersCell(value.maintainers),
          evidenceCell(value, dataset),
          caveatsCell(value.caveats),
          joinLines(flattenNotes(value.notes ?? '')),
        ];
      }),
  );
}

function providerTable(entries: readonly ProviderEntry[], dataset: Dataset): Table {
  const { stages } = dataset.matrix.value;
  return table(
    ['Provider', 'Name', 'Role', ...stages.map(({ label }) => label), 'Maintainer', 'Caveats', 'Notes'],
    entries
      .toSorted((a, b) => compareNames(a.value.acronym, b.value.acronym))
      .map(({ value }) => [
        [link(repositoryUrl(value.repository), value.acronym)],
        [text(value.name)],
        [text(value.role)],
        ...stages.map(({ id }) => [text(value.stages[id]?.status ?? '–')]),
        value.maintainers?.length ? maintainersCell(value.maintainers) : [text(NONE)],
        caveatsCell(value.caveats),
        joinLines(flattenNotes(value.notes ?? '')),
      ]),
  );
}

/** What is gone, in a list: it is no row of a table any more, and is not forgotten either. */
function retiredList({ environments, providers }: Dataset): readonly Block[] {
  const items = [...environments, ...providers].flatMap(({ value }) =>
    value.lifecycle === 'retired' ? [[strong(value.name), text(`, since ${value.since!}: ${value.reason!}`)]] : [],
  );
  return items.length === 0 ? [] : [heading(2, 'Retired'), list(items)];
}

function table(head: readonly string[], rows: readonly Lines[]): Table {
  const row = (cells: Lines): Row => ({
    type: 'tableRow',
    children: cells.map((children): Cell => ({ type: 'tableCell', children: [...children] })),
  });
  return { type: 'table', children: [row(head.map((each) => [text(each)])), ...rows.map(row)] };
}

function heading(depth: 1 | 2, words: string): Block {
  return { type: 'heading', depth, children: [text(words)] };
}

function paragraph(...children: readonly Inline[]): Block {
  return { type: 'paragraph', children: [...children] };
}

function list(items: Lines): Block {
  return {
    type: 'list',
    spread: false,
    children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(...item)] as never })),
  };
}

function strong(words: string): Inline {
  return { type: 'strong', children: [text(words)] };
}
