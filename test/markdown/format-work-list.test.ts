import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { formatWorkList } from '../../src/markdown/format-work-list.ts';
import { LOSS, type WorkItem } from '../../src/rules/work-list.ts';

const LINKS = {
  page: () => 'https://acme.example.org/e/',
  line: () => 'https://github.com/acme/matrix/blob/main/a.yaml#L3',
};

/** An item of this entry with this to say. */
function itemOf(name: string, reason: string, more: Partial<WorkItem['finding']> = {}): WorkItem {
  const finding = {
    ruleId: 'evidence-gone',
    file: 'data/a.yaml',
    reason,
    source: 'interop-matrix',
    severity: 'warning',
  } as const;
  return { concern: LOSS, owner: { kind: 'environment', id: name, name }, finding: { ...finding, ...more } };
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly checked?: boolean | null;
  readonly children?: readonly Node[];
}

/** Every node of a text as GitHub reads it. */
function nodesOf(markdown: string): readonly Node[] {
  const walk = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

test('every item has a box to tick, under the entry that it is about', () => {
  const text = formatWorkList(
    'Two things.',
    [itemOf('Able', 'One.'), itemOf('Able', 'Two.'), itemOf('Baker', 'Three.')],
    LINKS,
  );
  const nodes = nodesOf(text);
  expect(nodes.filter(({ type }) => type === 'listItem').map(({ checked }) => checked)).toEqual([false, false, false]);
  expect(nodes.filter(({ type }) => type === 'heading').map(({ children }) => children?.[0]?.type)).toEqual([
    'link',
    'link',
  ]);
  expect(text.startsWith('Two things.\n')).toBe(true);
});

describe('what the data says cannot become more than words', () => {
  test.each([
    ['a link', '[here](https://evil.example.org)'],
    ['an address', 'www.evil.example.org or mail@evil.example.org'],
    ['an image', '![x](https://evil.example.org/x.png)'],
    ['HTML', '<img src=x onerror=alert(1)><!-- '],
    ['a heading', '# Big'],
    ['a list', '- [x] done'],
    ['emphasis', '*so* _so_ ~~so~~ **so**'],
    ['a footnote', '[^1]: x'],
    ['a table', '| a | b |'],
    ['an entity', '&lt;b&gt;'],
    ['an odd backtick', 'a ` b'],
  ])('%s', (_, words) => {
    const list = (text: string): readonly Node[] => nodesOf(formatWorkList('Intro.', [itemOf(text, text)], LINKS));
    const types = (nodes: readonly Node[]) => nodes.map(({ type }) => type);
    expect(types(list(words))).toEqual(types(list('Words')));
    const texts = list(words)
      .filter(({ type }) => type === 'text')
      .map(({ value }) => value);
    expect(texts.map((text) => text?.replaceAll('\u200c', ''))).toContain(words);
  });

  test('a backtick in code, and a fence in a fix', () => {
    const nodes = nodesOf(formatWorkList('Intro.', [itemOf('A', 'See `a b`.', { fix: '```\nfix: 1\n```' })], LINKS));
    expect(nodes.filter(({ type }) => type === 'inlineCode').map(({ value }) => value)).toEqual(['a b']);
    expect(nodes.filter(({ type }) => type === 'code').map(({ value }) => value)).toEqual(['```\nfix: 1\n```']);
  });

  test('nobody is called, and no issue elsewhere hears of it', () => {
    const text = formatWorkList(
      'Intro.',
      [itemOf('By @octocat', 'For @acme/team: `acme/cloud#12` of `@octocat`.')],
      LINKS,
    );
    const outside = nodesOf(text)
      .filter(({ type }) => type === 'text')
      .map(({ value }) => value)
      .join(' ');
    expect(outside).not.toMatch(/@\w|#\d/);
    expect(
      nodesOf(text)
        .filter(({ type }) => type === 'inlineCode')
        .map(({ value }) => value),
    ).toEqual(['acme/cloud#12', '@octocat']);
  });
});

test('what is too much for an issue is counted', () => {
  const items = Array.from({ length: 700 }, (_, index) => itemOf(`Cloud ${index}`, 'x'.repeat(120)));
  const text = formatWorkList('Intro.', items, LINKS);
  expect(text.length).toBeLessThan(65_536);
  const shown = nodesOf(text).filter(({ type }) => type === 'listItem').length;
  expect(shown).toBeGreaterThan(100);
  expect(text).toContain(`${700 - shown} more are left out`);
});
