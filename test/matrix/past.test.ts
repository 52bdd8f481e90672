import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LevelView } from '../../src/matrix/matrix-view.ts';
import {
  daysBeside,
  daysOfChange,
  levelsOn,
  limitRows,
  matrixOn,
  parseDay,
  type Past,
  type PastEnvironment,
  stepOn,
  yearEnds,
} from '../../src/matrix/past.ts';

const LEVELS: readonly LevelView[] = [
  { id: 'tested', label: 'Tested', mark: 'tested' },
  { id: 'works', label: 'Works', mark: 'works' },
  { id: 'unsupported', label: 'Unsupported', mark: 'no' },
];
const CATEGORIES = [
  { id: 'cloud', label: 'Clouds' },
  { id: 'metal', label: 'Bare metal' },
];

/** An environment, its history written `2021-04-30 works, 2023-01-01 tested`. */
function makeEnvironment(id: string, history: string, more: Partial<PastEnvironment> = {}): PastEnvironment {
  const steps = history.split(', ').map((step) => ({ on: step.slice(0, 10), level: step.slice(11) }));
  return { id, name: id.toUpperCase(), category: 'cloud', steps, ...more };
}

function makePast(...environments: readonly PastEnvironment[]): Past {
  return { last: '2026-11-22', levels: LEVELS, categories: CATEGORIES, environments };
}

describe('the step of a day', () => {
  const steps = [{ on: '2021-04-30' }, { on: '2023-01-01' }, { on: '2023-01-01', last: true }];
  test.each([
    ['2021-04-29', undefined],
    ['2021-04-30', steps[0]],
    ['2022-12-31', steps[0]],
    ['2023-01-01', steps[2]],
    ['2030-01-01', steps[2]],
  ])('%s', (day, expected) => {
    expect(stepOn(steps, day)).toBe(expected);
  });
});

describe('the matrix on a day', () => {
  const past = makePast(
    makeEnvironment('a', '2021-04-30 works, 2023-01-01 tested'),
    makeEnvironment('b', '2021-04-30 tested, 2024-06-01 unsupported', { retired: '2024-06-01' }),
    makeEnvironment('c', '2022-05-05 works', { category: 'metal' }),
  );

  test.each([
    ['2021-04-29', [], 0, 3],
    ['2021-04-30', ['Clouds', 'b tested→unsupported 2021-04-30', 'a works→tested 2021-04-30'], 2, 1],
    [
      '2022-05-05',
      ['Clouds', 'b tested→unsupported 2021-04-30', 'a works→tested 2021-04-30', 'Bare metal', 'c works 2022-05-05'],
      2,
      0,
    ],
    [
      '2024-05-31',
      ['Clouds', 'a tested 2023-01-01', 'b tested→unsupported 2021-04-30', 'Bare metal', 'c works 2022-05-05'],
      1,
      0,
    ],
    ['2024-06-01', ['Clouds', 'a tested 2023-01-01', 'Bare metal', 'c works 2022-05-05'], 0, 0],
  ])('%s', (day, expected, changed, later) => {
    const matrix = matrixOn(past, day);
    const printed = matrix.groups.flatMap(({ label, rows }) => [
      label,
      ...rows.map(({ id, then, now, since }) => `${id} ${then.id}${now === undefined ? '' : `→${now.id}`} ${since}`),
    ]);
    expect(printed).toEqual(expected);
    expect(matrix).toMatchObject({ changed, later, listed: matrix.groups.flatMap(({ rows }) => rows).length });
  });
});

describe('too many rows', () => {
  const past = makePast(
    makeEnvironment('a', '2021-04-30 works, 2023-01-01 tested'),
    makeEnvironment('b', '2021-04-30 tested'),
    makeEnvironment('c', '2021-04-30 works, 2023-01-01 tested', { category: 'metal' }),
    makeEnvironment('d', '2021-04-30 works, 2023-01-01 tested', { category: 'metal' }),
  );
  test.each([
    [4, ['b', 'a', 'c', 'd']],
    [3, ['a', 'c', 'd']],
    [2, ['a', 'c']],
    [1, ['a']],
  ])('%i of them', (most, ids) => {
    const groups = limitRows(matrixOn(past, '2022-01-01').groups, most);
    expect(groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
    expect(groups.every(({ rows }) => rows.length > 0)).toBe(true);
  });
});

describe('the day that an address asks for', () => {
  test.each([
    ['2023-01-01', '2023-01-01', ''],
    ['2021-04-30', '2021-04-30', ''],
    ['1999-01-01', '2021-04-30', '2021-04-30'],
    ['2099-01-01', '2026-11-22', '2026-11-22'],
    ['2023-02-30', '2026-11-22', '“2023-02-30”'],
    ['', '2026-11-22', '“”'],
    ['yesterday', '2026-11-22', '“yesterday”'],
    ['<script>alert(1)</script>', '2026-11-22', '“<script>alert(1)</script>”'],
    ['9'.repeat(5000), '2026-11-22', `“${'9'.repeat(40)}…”`],
  ])('%s', (asked, day, noted) => {
    const parsed = parseDay(asked, '2021-04-30', '2026-11-22');
    expect(parsed.day).toBe(day);
    expect(parsed.note === '').toBe(noted === '');
    expect(parsed.note).toContain(noted);
  });
});

test('the last day of every year', () => {
  expect(yearEnds('2021-04-30', '2023-02-01')).toEqual(['2021-12-31', '2022-12-31', '2023-02-01']);
  expect(yearEnds('2023-01-01', '2023-02-01')).toEqual(['2023-02-01']);
});

describe('whatever the history', () => {
  const day = fc
    .tuple(fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`);
  const step = fc.record({ on: day, level: fc.constantFrom(...LEVELS.map(({ id }) => id)) });
  const past = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 8 }).map((histories) =>
    makePast(
      ...histories.map((steps, index) => ({
        ...makeEnvironment(`e${index}`, '2021-04-30 works'),
        steps: steps.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      })),
    ),
  );

  test('at the end it is the level of today, before the beginning nothing, and counts agree', () => {
    fc.assert(
      fc.property(past, day, (some, on) => {
        const { environments } = some;
        expect([...levelsOn(environments, '9999-12-31').values()]).toEqual(
          environments.map(({ steps }) => steps.at(-1)!.level),
        );
        expect(levelsOn(environments, '0000-01-01').size).toBe(0);
        const { listed, later, counts, groups } = matrixOn(some, on);
        expect(listed + later).toBe(environments.length);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(listed);
        const then = groups.flatMap(({ rows }) => rows.map((row) => [row.id, row.then.id] as const));
        expect(new Map(then.toSorted())).toEqual(levelsOn(environments, on));
      }),
    );
  });

  test('steps from change to change visit every change, there and back, and nothing happens between two', () => {
    fc.assert(
      fc.property(past, (some) => {
        const days = daysOfChange(some);
        const there: string[] = [];
        for (let at = daysBeside(days, '').after; at !== undefined; at = daysBeside(days, at).after) there.push(at);
        const back: string[] = [];
        for (let at = daysBeside(days, '~').before; at !== undefined; at = daysBeside(days, at).before) back.push(at);
        expect(there).toEqual(days);
        expect(back).toEqual(days.toReversed());
        const changes = some.environments.flatMap(({ steps }) => steps.map(({ on }) => on));
        expect(new Set(days)).toEqual(new Set(changes));
      }),
    );
  });
});
