import { describe, expect, test } from 'vitest';
import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { startOf } from '../../src/diagnostics/diagnostic.ts';
import { ACME, ROOT } from '../support/acme-data.ts';

const GOOD = `{
  "collected": "2026-11-20",
  "handles": {
    "@hubot": { "state": "fresh", "answer": { "id": 2, "kind": "user", "login": "hubot" } },
    "@octocat": { "fetched": "2026-11-01", "reason": "Broken.", "state": "stale" }
  }
}
`;

function parse(text: string) {
  const { dataset, findings } = parseDataset([...ACME, { path: SNAPSHOT_PATH, content: text }], ROOT);
  return { snapshot: dataset!.snapshot, findings };
}

test('a value without a day is of the day of the run', () => {
  const { snapshot, findings } = parse(GOOD);
  expect(findings).toEqual([]);
  expect(snapshot).toMatchObject({
    collected: '2026-11-20',
    handles: { '@hubot': { fetched: '2026-11-20' }, '@octocat': { fetched: '2026-11-01' } },
    places: {},
  });
});

describe('what is broken is told with its place, and nothing of it is used', () => {
  test.each([
    ['a conflict of git', GOOD.replace('  "handles"', '<<<<<<< HEAD\n  "handles"'), 'value-form', 3],
    ['half of it', GOOD.slice(0, 60), 'value-form', undefined],
    ['nothing', '', 'value-form', undefined],
    ['a word that is none', GOOD.replace('fresh', 'frech'), 'unknown-value', 4],
    ['another type', GOOD.replace('"id": 2', '"id": "2"'), 'wrong-type', 4],
    ['a key too many', GOOD.replace('"reason"', '"raisin"'), 'unknown-key', 5],
    ['no day', GOOD.replace('"collected": "2026-11-20"', '"issues": {}'), 'missing-key', 1],
    ['no day of the calendar', GOOD.replace('2026-11-01', '2026-02-30'), 'date', 5],
    ['a list', '[]', 'wrong-type', 1],
  ])('%s', (_, text, ruleId, line) => {
    const { snapshot, findings } = parse(text);
    expect(snapshot).toBeUndefined();
    expect(findings).toEqual([
      expect.objectContaining({
        ruleId,
        file: `${ROOT}/${SNAPSHOT_PATH}`,
        note: expect.stringContaining('sync') as string,
      }),
    ]);
    expect(startOf(findings[0]!.place).line).toBe(line ?? 1);
  });

  test('but not a thousand times', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`@a${index}`, { state: 'lost' }]));
    expect(parse(JSON.stringify({ collected: '2026-11-20', handles: many })).findings).toHaveLength(3);
  });
});
