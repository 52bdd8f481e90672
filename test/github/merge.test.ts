import { expect, test } from 'vitest';
import type { Answer } from '../../src/github/github.ts';
import { isSettled, mergeValue, type Value } from '../../src/github/merge.ts';
import type { Question } from '../../src/github/question.ts';

const [OLD_FACT, NEW_FACT] = [
  { tag: 'stable-1', on: '2026-01-01' },
  { tag: 'stable-2', on: '2026-02-01' },
];
const [LONG_AGO, EARLIER, TODAY] = ['2026-10-01', '2026-11-01', '2026-11-20'];

const FRESH: Value = { state: 'fresh', fetched: EARLIER, answer: OLD_FACT };
const STALE: Value = { ...FRESH, state: 'stale', reason: 'Before.' };
const RENAMED: Value = { ...FRESH, state: 'renamed' };
const ARCHIVED: Value = { ...FRESH, state: 'archived' };
const GONE: Value = { state: 'gone', fetched: EARLIER, seen: LONG_AGO, reason: 'Before.', answer: OLD_FACT };
const NEVER: Value = { state: 'forbidden', fetched: EARLIER, reason: 'Before.' };
const NEVER_THERE: Value = { state: 'gone', fetched: EARLIER, reason: 'Before.' };

const OLD_VALUES = [undefined, FRESH, STALE, RENAMED, ARCHIVED, GONE, NEVER, NEVER_THERE];
const good = (state: 'fresh' | 'renamed' | 'archived'): Answer => ({ state, fact: NEW_FACT });
const bad = (state: 'gone' | 'forbidden' | 'limited' | 'stale'): Answer => ({ state, reason: 'Now.' });

test.each(OLD_VALUES)('a good answer takes the place of %j', (old) => {
  for (const state of ['fresh', 'renamed', 'archived'] as const)
    expect(mergeValue(old, good(state), TODAY)).toEqual({ state, fetched: TODAY, answer: NEW_FACT });
});

test.each<[Value | undefined, Partial<Value>]>([
  [undefined, {}],
  [NEVER, {}],
  [NEVER_THERE, {}],
  [FRESH, { seen: EARLIER, answer: OLD_FACT }],
  [STALE, { seen: EARLIER, answer: OLD_FACT }],
  [RENAMED, { seen: EARLIER, answer: OLD_FACT }],
  [GONE, { seen: LONG_AGO, answer: OLD_FACT }],
])('what is gone keeps what was known of it: %j', (old, kept) => {
  expect(mergeValue(old, bad('gone'), TODAY)).toEqual({ state: 'gone', fetched: TODAY, reason: 'Now.', ...kept });
});

test.each(['forbidden', 'limited', 'stale'] as const)('an answer that is %s changes nothing that is known', (state) => {
  const failed = { state, reason: 'Now.' };
  const now = OLD_VALUES.map((old) => mergeValue(old, bad(state), TODAY));
  expect(now).toEqual([
    { ...failed, fetched: TODAY },
    { ...FRESH, ...failed },
    { ...STALE, ...failed },
    { ...RENAMED, reason: 'Now.' },
    { ...ARCHIVED, reason: 'Now.' },
    GONE,
    { ...failed, fetched: TODAY },
    NEVER_THERE,
  ]);
});

const REPOSITORY: Question = { kind: 'repository', part: 'repositories', key: 'a/b', repository: 'a/b' };
const FOLDER: Question = { kind: 'folder', part: 'listings', key: 'a', repository: 'a/b', path: 'c', pattern: '' };

test.each<[boolean, string, Value | undefined, Question]>([
  [true, 'good', { ...FRESH, fetched: TODAY }, REPOSITORY],
  [true, 'archived', { ...ARCHIVED, fetched: TODAY }, REPOSITORY],
  [false, 'good, but on another day', FRESH, REPOSITORY],
  [false, 'renamed, and not answered again', { ...RENAMED, fetched: TODAY, reason: 'Now.' }, REPOSITORY],
  [false, 'stale', { ...STALE, fetched: TODAY }, REPOSITORY],
  [false, 'gone', { ...GONE, fetched: TODAY }, REPOSITORY],
  [false, 'unknown', undefined, REPOSITORY],
  [false, 'good, but to a pattern that may have changed', { ...FRESH, fetched: TODAY }, FOLDER],
])('settled for the day: %s, where the answer is %s', (settled, _, old, question) => {
  expect(isSettled(old, question, TODAY)).toBe(settled);
});
