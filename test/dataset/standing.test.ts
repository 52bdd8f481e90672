import { describe, expect, test } from 'vitest';
import { standingOf } from '../../src/dataset/standing.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

/** What GitHub answered on 2026-11-20, but for these values. */
function answers(values: Partial<Omit<Snapshot, 'collected'>>): Snapshot {
  const nothing = { handles: {}, issues: {}, repositories: {}, places: {}, channels: {}, listings: {} };
  return { collected: '2026-11-20', ...nothing, ...values };
}

const script = { kind: 'ci', repository: 'acme/cloud', path: 'tests/acme.sh', seen: { on: '2026-08-22' } } as const;
const line = { ...script, path: 'tests/list', entry: 'acme' } as const;
const workflow = { kind: 'ci', repository: 'acme/cloud', workflow: 'e2e.yaml', seen: script.seen } as const;
const asset = { kind: 'image', repository: 'acme/cloud', asset: 'acme-*.img', seen: script.seen } as const;
const report = { kind: 'report', issue: 'acme/cloud#12', seen: script.seen } as const;
const page = { kind: 'documentation', url: 'https://acme.example.org/', seen: script.seen } as const;
const repository = { name: 'acme/cloud', branch: 'main', archived: false };
const gone = { state: 'gone', fetched: '2026-11-20', seen: '2026-10-30' } as const;

describe('evidence is gone', () => {
  test.each<[string, Evidence, Snapshot, string | undefined]>([
    ['a path', script, answers({ places: { 'acme/cloud path tests/acme.sh': gone } }), 'path'],
    ['a workflow', workflow, answers({ places: { 'acme/cloud workflow e2e.yaml': gone } }), 'workflow'],
    ['an asset', asset, answers({ places: { 'acme/cloud asset acme-*.img': gone } }), 'asset'],
    ['an issue', report, answers({ issues: { 'acme/cloud#12': gone } }), 'issue'],
    ['its repository', script, answers({ repositories: { 'acme/cloud': gone } }), 'repository'],
    [
      'the line of a file',
      line,
      answers({
        places: {
          'acme/cloud path tests/list': { state: 'fresh', fetched: '2026-11-20', answer: { missing: ['acme'] } },
        },
      }),
      'entry',
    ],
    [
      'not, while the file has the line',
      line,
      answers({
        places: {
          'acme/cloud path tests/list': { state: 'fresh', fetched: '2026-11-20', answer: { entries: ['acme'] } },
        },
      }),
      undefined,
    ],
    [
      'not, when another line is missing',
      line,
      answers({
        places: {
          'acme/cloud path tests/list': { state: 'fresh', fetched: '2026-11-20', answer: { missing: ['able'] } },
        },
      }),
      undefined,
    ],
    ['not, when another file is', script, answers({ places: { 'acme/cloud path tests/able.sh': gone } }), undefined],
    [
      'not, when somebody has seen it since',
      { ...script, seen: { on: '2026-11-20' } },
      answers({ places: { 'acme/cloud path tests/acme.sh': gone } }),
      undefined,
    ],
    [
      'not, when its repository was renamed or archived',
      script,
      answers({ repositories: { 'acme/cloud': { state: 'renamed', fetched: '2026-11-20', answer: repository } } }),
      undefined,
    ],
    ['not, when it is a page elsewhere', page, answers({ repositories: { 'acme/cloud': gone } }), undefined],
  ])('%s', (_, evidence, snapshot, key) => {
    expect(standingOf(evidence, snapshot).gone?.key).toBe(key);
  });
});

describe('the day it was last seen', () => {
  const place = (value: Snapshot['places'][string]): Snapshot =>
    answers({ places: { 'acme/cloud path tests/acme.sh': value } });
  test.each<[string, Snapshot | undefined, string]>([
    ['is that of its file without a snapshot', undefined, '2026-08-22'],
    ['is that of its file where GitHub was not asked', answers({}), '2026-08-22'],
    ['is that of the answer', place({ state: 'fresh', fetched: '2026-11-20', answer: {} }), '2026-11-20'],
    [
      'is that of the last answer that came',
      place({ state: 'stale', fetched: '2026-11-02', answer: {} }),
      '2026-11-02',
    ],
    ['is not that of an attempt', place({ state: 'forbidden', fetched: '2026-11-20' }), '2026-08-22'],
    [
      'is that of its file where an answer is older',
      place({ state: 'stale', fetched: '2026-08-02', answer: {} }),
      '2026-08-22',
    ],
    ['of what is gone is the last day it was there', place(gone), '2026-10-30'],
  ])('%s', (_, snapshot, day) => {
    expect(standingOf(script, snapshot).seen).toBe(day);
  });
});
