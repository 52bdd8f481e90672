import { expect, test } from 'vitest';
import { createTimelineDrawer } from '../../src/matrix/draw-timeline.ts';

const GOOD = { id: 'good', label: 'Good & <proven>', mark: 'full' } as const;
const BAD = { id: 'bad', label: 'Bad', mark: 'no' } as const;
/** Ten years of 3,652 or 3,653 days; the first of January of 2025 is half-way. */
const { height, draw } = createTimelineDrawer([GOOD, BAD], { start: '2020-01-01', end: '2029-12-31' });

/** The pieces of a drawing that have a class, in their order. */
const pieces = (drawing: string, kind: string): readonly string[] =>
  [...drawing.matchAll(new RegExp(`<(?:line|text|rect|circle|g) class="${kind}"[^>]*>[^<]*`, 'g'))].map(
    ([piece]) => piece,
  );

test('a history is a bar for each level, and a line from one to the next', () => {
  const drawing = draw([
    { on: '2020-01-01', level: BAD },
    { on: '2025-01-01', level: GOOD },
  ]);
  expect(pieces(drawing, 'bar')).toEqual([
    '<rect class="bar" x="0%" y="36" width="50.03%" height="8">',
    '<circle class="bar" cx="0%" cy="40" r="6">',
    '<rect class="bar" x="50.03%" y="14" width="49.97%" height="8">',
    '<circle class="bar" cx="50.03%" cy="18" r="6">',
  ]);
  expect(drawing).toContain('<g class="m-full"><line x1="50.03%" x2="50.03%" y1="40" y2="18" stroke');
  expect(height).toBe(74);
});

test('what lies before the axis has no beginning, and what ended before it is not drawn', () => {
  const drawing = draw([
    { on: '2010-01-01', level: GOOD },
    { on: '2015-01-01', level: BAD },
  ]);
  expect(pieces(drawing, 'bar')).toEqual(['<rect class="bar" x="0%" y="36" width="100%" height="8">']);
});

test('names are words, and those of levels that it had stand out', () => {
  const drawing = draw([{ on: '2021-01-01', level: GOOD }]);
  expect(pieces(drawing, 'name')).toEqual(['<text class="name" y="22">Good &amp; &lt;proven&gt;']);
  expect(pieces(drawing, 'name soft')).toEqual(['<text class="name soft" y="44">Bad']);
});

test('every year has a line and, but for one at the edge, a number', () => {
  const drawing = draw([]);
  const years = [...drawing.matchAll(/dx="3" y="68">(\d{4})</g)].map(([, year]) => year);
  expect(years).toEqual(['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029']);
  const short = createTimelineDrawer([GOOD], { start: '2020-01-01', end: '2021-01-05' }).draw([]);
  expect(short).toMatch(/^<line class="axis" x1="98.92%"/);
  expect(short).not.toContain('2021');
});
