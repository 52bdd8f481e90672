import { describe, expect, test } from 'vitest';
import { type Collected, collect } from '../../src/github/collect.ts';
import { formatSnapshot } from '../../src/github/format-snapshot.ts';
import type { Answer } from '../../src/github/github.ts';
import type { Question } from '../../src/github/question.ts';
import { snapshot as schema, type Snapshot } from '../../src/model/snapshot.ts';
import { fakeGithub, goodAnswer } from '../support/github-fake.ts';

const [YESTERDAY, TODAY] = ['2026-11-19', '2026-11-20'];
const repository = (key: string): Question => ({ kind: 'repository', part: 'repositories', key, repository: key });
const A = repository('acme/a');
const B = repository('acme/b');
// A word that every object knows.
const LISTING: Question = {
  kind: 'folder',
  part: 'listings',
  key: 'constructor',
  repository: 'acme/a',
  path: 'x',
  pattern: '',
};
const ALL = [B, A, LISTING];
const FAILED: Answer = { state: 'stale', reason: 'Broken.' };

interface RunOptions {
  readonly asOf?: string;
  readonly all?: boolean;
  readonly keep?: boolean;
}

/** A run, with its snapshot as the next run reads it. */
async function run(
  questions: readonly Question[],
  previous?: Snapshot,
  answer: (question: Question) => Answer = goodAnswer,
  { asOf = TODAY, all = false, keep = false }: RunOptions = {},
): Promise<Collected & { readonly asked: readonly string[]; readonly text: string; readonly read: Snapshot }> {
  const github = fakeGithub(answer);
  const collected = await collect(questions, previous, github, { asOf, all, keep });
  const text = formatSnapshot(collected.snapshot);
  return { ...collected, asked: github.asked, text, read: schema.parse(JSON.parse(text)) };
}

test('without news, another day changes one line', async () => {
  const first = await run(ALL, undefined, goodAnswer, { asOf: YESTERDAY });
  const second = await run(ALL, first.read);
  expect(second.text).toBe(first.text.replace(YESTERDAY, TODAY));
  expect(second.read.repositories[A.key]?.fetched).toBe(TODAY);
  expect(await run(ALL, second.read, goodAnswer, { all: true })).toMatchObject({ text: second.text });
});

test('what is written is read again as it was', async () => {
  const { snapshot, read } = await run(ALL);
  expect(read).toEqual(snapshot);
  expect(Object.keys(read.listings)).toEqual([LISTING.key]);
});

test('a failure keeps the old answer with its day; the next good answer removes the trace', async () => {
  const first = await run(ALL, undefined, goodAnswer, { asOf: YESTERDAY });
  const second = await run(ALL, first.read, (question) => (question === A ? FAILED : goodAnswer(question)));
  expect(second.read.repositories).toMatchObject({
    [A.key]: { ...first.read.repositories[A.key], fetched: YESTERDAY, ...FAILED },
    [B.key]: { state: 'fresh', fetched: TODAY },
  });
  expect((await run(ALL, second.read)).text).toBe((await run(ALL)).text);
});

describe('a second run on the day', () => {
  test('asks for what has no good answer, and for what depends on the data', async () => {
    const first = await run(ALL, undefined, (question) => (question === A ? FAILED : goodAnswer(question)));
    const second = await run(ALL, first.read);
    expect(second).toMatchObject({ asked: [A.key, LISTING.key], settled: 1 });
    expect(second.text).toBe((await run(ALL)).text);
  });

  test('asks everything where it is told to', async () => {
    const { read } = await run(ALL);
    expect((await run(ALL, read, goodAnswer, { all: true })).asked).toEqual(ALL.map(({ key }) => key));
  });
});

describe('what nothing refers to any more', () => {
  test('is dropped', async () => {
    const { read } = await run(ALL);
    const { dropped, snapshot } = await run([B, LISTING], read);
    expect({ dropped, keys: Object.keys(snapshot.repositories) }).toEqual({ dropped: 1, keys: [B.key] });
  });

  test('is kept where a part of the data could not be read', async () => {
    const { read } = await run(ALL);
    const { dropped, text } = await run([B], read, goodAnswer, { keep: true });
    expect({ dropped, text }).toEqual({ dropped: 0, text: formatSnapshot(read) });
  });
});

test('progress is told from the start to the end', async () => {
  const told: unknown[] = [];
  const onProgress = (progress: unknown): void => void told.push(progress);
  await collect([A, LISTING], undefined, fakeGithub(goodAnswer), { asOf: TODAY, all: false, keep: false, onProgress });
  expect(told).toEqual([
    { done: 0, total: 2, part: 'repositories' },
    { done: 1, total: 2, part: 'repositories' },
    { done: 2, total: 2, part: 'listings' },
  ]);
});

test('a snapshot is written as it should be read in a diff', () => {
  const text = formatSnapshot({
    collected: TODAY,
    handles: {},
    issues: {
      'acme/b#1': { state: 'fresh', fetched: TODAY, answer: { title: 'A "title"\n', state: 'open' } },
      'acme/a#1': { state: 'gone', fetched: YESTERDAY, reason: 'R' },
    },
    repositories: {},
    places: {},
    channels: {},
    listings: {
      l: { state: 'stale', reason: 'R', fetched: YESTERDAY, answer: { entries: ['b', 'a'], commit: 'abc' } },
    },
  });
  expect(text).toBe(`{
  "channels": {},
  "collected": "2026-11-20",
  "handles": {},
  "issues": {
    "acme/a#1": { "fetched": "2026-11-19", "reason": "R", "state": "gone" },
    "acme/b#1": { "answer": { "state": "open", "title": "A \\"title\\"\\n" }, "state": "fresh" }
  },
  "listings": {
    "l": {
      "answer": {
        "commit": "abc",
        "entries": [
          "b",
          "a"
        ]
      },
      "fetched": "2026-11-19",
      "reason": "R",
      "state": "stale"
    }
  },
  "places": {},
  "repositories": {}
}
`);
});
