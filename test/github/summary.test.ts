import { describe, expect, test } from 'vitest';
import type { Change, Collected } from '../../src/github/collect.ts';
import type { Answer } from '../../src/github/github.ts';
import { mergeValue, type Value } from '../../src/github/merge.ts';
import { createReporter, formatProgress } from '../../src/github/progress.ts';
import { formatSummary, formatTooMuchGone, isTooMuchGone } from '../../src/github/summary.ts';

const [YESTERDAY, TODAY] = ['2026-11-19', '2026-11-20'];
const fact = (tag: string) => ({ tag, on: '2026-09-01' });
const good = (tag: string): Answer => ({ state: 'fresh', fact: fact(tag) });
const GONE: Answer = { state: 'gone', reason: 'Not there.' };
const OLD: Value = { state: 'fresh', fetched: YESTERDAY, answer: fact('old') };

const change = (answer: Answer, before?: Value): Change => ({
  part: 'channels',
  key: 'key',
  answer,
  before,
  after: mergeValue(before, answer, TODAY),
});

const collected = (changes: readonly Change[], more: Partial<Collected> = {}): Collected => ({
  snapshot: { collected: TODAY, handles: {}, issues: {}, repositories: {}, places: {}, channels: {}, listings: {} },
  changes,
  settled: 0,
  dropped: 0,
  asking: { requests: 1, answered: 1, points: 1, budgets: {} },
  ...more,
});

const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);

describe('the summary', () => {
  test('says what was asked, what came of it, what failed and why, and what it took', () => {
    const changes = [
      change(good('old'), OLD),
      change(good('new'), OLD),
      change(good('new')),
      change({ state: 'archived', fact: fact('old') }, OLD),
      change(GONE, OLD),
      change(GONE, mergeValue(OLD, GONE, YESTERDAY)),
      change({ state: 'limited', reason: 'Enough.' }, OLD),
      ...times(2, change({ state: 'stale', reason: 'Broken.' }, OLD)),
    ];
    const budgets = { graphql: { limit: 5000, remaining: 4997 }, core: { limit: 5000, remaining: 4999 } };
    const asking = { requests: 4, answered: 3, points: 3, budgets };
    expect(formatSummary(collected(changes, { settled: 7, dropped: 1, asking }))).toBe(`\
Asked GitHub about 9 values, 7 answered earlier that day.
  4 fresh: 1 unchanged, 3 new or changed
  2 gone, 1 of them newly
  3 failed:
    2 Broken.
    1 Enough.
  1 value dropped, which nothing refers to any more
4 requests, 3 points of GraphQL; left for this hour: 4999 of 5000 (core), 4997 of 5000 (graphql).`);
  });

  test('is short where there is little to say', () => {
    expect(formatSummary(collected([]))).toBe(`\
Asked GitHub about 0 values.
  0 fresh: 0 unchanged, 0 new or changed
  0 gone, 0 of them newly
  0 failed
1 request, 1 point of GraphQL.`);
  });
});

describe('too much is gone', () => {
  const gone = change(GONE, OLD);
  const stays = change(good('old'), OLD);
  const known = change(GONE, mergeValue(OLD, GONE, YESTERDAY));

  test.each<[boolean, string, Collected]>([
    [true, 'above a tenth', collected([...times(3, gone), ...times(26, stays)])],
    [false, 'at a tenth', collected([...times(3, gone), ...times(27, stays)])],
    [false, 'of all values, asked or not', collected([...times(3, gone), stays], { settled: 26 })],
    [false, 'that was gone before', collected(times(10, known))],
    [true, 'at the first run', collected(times(10, change(GONE)))],
    [false, 'of one thing', collected([gone])],
  ])('%s: %s', (isTooMuch, _, run) => {
    expect(isTooMuchGone(run)).toBe(isTooMuch);
  });

  test('is said with names, but not with hundreds', () => {
    const text = formatTooMuchGone(collected(times(200, gone), { settled: 50 }));
    expect(text).toMatch(/^200 of 250 values are newly gone:\n(?: {2}key\n){10} {2}and 190 more\n/);
    expect(text).toContain('--accept-gone');
  });
});

describe('progress', () => {
  test.each([
    [{ done: 0, total: 12, part: 'handles' }, 0, 'Asking GitHub: 0 of 12 (users and teams)'],
    [{ done: 4, total: 12, part: 'places' }, 3, 'Asking GitHub: 4 of 12 (evidence), about 6 s left'],
  ] as const)('%j after %d s', (progress, seconds, text) => {
    expect(formatProgress(progress, seconds)).toBe(text);
  });

  /** What is written while eight questions are answered, one a second, with a wait after the second. */
  function report(isTTY: boolean): readonly string[] {
    const written: string[] = [];
    let now = 0;
    const reporter = createReporter({ isTTY, write: (text) => written.push(text) }, () => now);
    for (let done = 0; done <= 8; done += 1, now += 1000) {
      reporter.onProgress({ done, total: 8, part: 'issues' });
      if (done === 2) reporter.onWait(30);
    }
    return written;
  }

  test('is one line that is drawn anew on a terminal, and gone at the end', () => {
    const written = report(true);
    expect(written).toHaveLength(10);
    expect(written.every((text) => text.startsWith('\r\u001b[2K'))).toBe(true);
    expect(written.filter((text) => text.includes('\n'))).toEqual(['\r\u001b[2KGitHub asks to wait for 30 s\n']);
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });

  test('is a few lines elsewhere', () => {
    const written = report(false);
    expect(written.map((text) => /\d+/.exec(text)![0])).toEqual(['0', '2', '30', '4', '6', '8']);
    expect(written.join('')).toMatch(/^(?:[^\r\n\u001b]+\n)+$/);
  });
});
