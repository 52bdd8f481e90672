import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { MARK_COLOURS, type Mark } from '../../src/matrix/mark.ts';
import { embedInHtml, embedInMarkdown } from '../../src/outlets/embed-badge.ts';
import { formatBadge } from '../../src/outlets/format-badge.ts';
import { textWidth } from '../../src/outlets/text-width.ts';

const MARKS = Object.keys(MARK_COLOURS.light) as readonly Mark[];
const badge = (product: string, environment: string, label: string, mark: Mark = 'works') =>
  formatBadge({ product, environment, level: { label, mark } });

test('says the product and the level, and to those who listen the environment', () => {
  const svg = badge('Acme Linux', 'Acme Cloud', 'Works');
  expect(svg).toContain('role="img"');
  expect(svg).toContain('<title>Acme Linux on Acme Cloud: Works</title>');
  expect([...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual(['Acme Linux', 'Works']);
  expect(svg).not.toMatch(/style|href|url\(|<script|\bid=/);
});

test.each(MARKS)('%s has a shape of its own, and words that can be read', (mark) => {
  const svg = badge('Acme', 'Cloud', 'Level', mark);
  const fills = [...svg.matchAll(/<path fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill!);
  expect(fills).toHaveLength(2);
  expect(fills[1]).toBe(MARK_COLOURS.light[mark]);
  for (const fill of fills) expect(wcagContrast('#fff', fill)).toBeGreaterThanOrEqual(4.5);
  const shapes = MARKS.map((each) => /<g transform.*?<\/g>/.exec(badge('Acme', 'Cloud', 'Level', each))![0]);
  expect(new Set(shapes).size).toBe(MARKS.length);
});

test('what is written in the data stays text', () => {
  const attack = '<script>"&\'</text>';
  const svg = badge(attack, attack, attack);
  expect(/<script/.exec(svg)).toBeNull();
  expect(svg.match(/&lt;script&gt;"&amp;'&lt;\/text&gt;/g)).toHaveLength(5);
});

test('is as wide as its words, on every machine', () => {
  expect([textWidth('', 11), textWidth('Works', 11), textWidth('Full-feature', 11)]).toEqual([0, 35, 64]);
  expect(textWidth('测试', 11)).toBe(22);
  const widthOf = (svg: string): number => Number(/width="(\d+)"/.exec(svg)![1]);
  expect(widthOf(badge('Acme', 'Cloud', 'iii'))).toBeLessThan(widthOf(badge('Acme', 'Cloud', 'WWW')));
  for (const [, x, length] of badge('Acme', 'C', 'W'.repeat(80)).matchAll(/x="(\d+)".*?textLength="(\d+)"/g))
    expect(Number(x) + Number(length)).toBeLessThan(widthOf(badge('Acme', 'C', 'W'.repeat(80))));
});

test('can be put into a document whatever the name', () => {
  const place = { image: 'https://a.example/b.svg', page: 'https://a.example/e/', label: 'A [b] "c" <d> & \\e' };
  expect(embedInMarkdown(place)).toBe('[![A \\[b\\] "c" <d> & \\\\e](https://a.example/b.svg)](https://a.example/e/)');
  expect(embedInHtml(place)).toBe(
    '<a href="https://a.example/e/"><img src="https://a.example/b.svg" alt="A [b] &quot;c&quot; &lt;d> &amp; \\e"></a>',
  );
});
