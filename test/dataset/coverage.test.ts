import { describe, expect, test } from 'vitest';
import { findCoverage } from '../../src/dataset/coverage.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { ACME, datasetOf, ENVIRONMENT, ENVIRONMENT_PATH, WATCH_PATH } from '../support/acme-data.ts';

/** A watch list of one listing with these entries. */
function watchOf(of: string, path: string, covers: string, entries: readonly string[], excused = ''): string {
  return `listings:
  - id: tests
    title: Tests
    repository: acme/cloud
    path: ${path}
    of: ${of}
    pattern: '(?<entry>.+)'
    covers: ${covers}
    seen: { on: 2026-08-22, entries: [${entries.join(', ')}] }
${excused}`;
}

/** How far the project covers a listing; its environment has evidence of this place. */
function coverageOf(watch: string, place = 'path: tests/acme.sh', snapshot?: Snapshot) {
  const environment = ENVIRONMENT.replace('path: tests/acme.sh', place);
  const files = ACME.map((file) => (file.path === ENVIRONMENT_PATH ? { ...file, content: environment } : file));
  const dataset = datasetOf([...files, { path: WATCH_PATH, content: watch }]);
  return findCoverage({ ...dataset, snapshot })[0]!;
}

describe('an entry is covered', () => {
  test.each([
    ['folder', 'tests', 'acme', 'path: tests/acme.sh', true],
    ['folder', 'tests', 'acme', 'path: tests/acme.md', true],
    ['folder', 'tests', 'acme', 'path: tests/acme', true],
    ['folder', 'tests', 'acme', 'path: tests/acme/_index.md', true],
    ['folder', 'tests', 'acme', 'path: tests/acme/index.md', true],
    ['folder', 'tests', 'acme', 'path: tests/acme.txt', false],
    ['folder', 'tests', 'acme', 'path: other/acme.sh', false],
    ['folder', 'tests', 'acm', 'path: tests/acme.sh', false],
    ['folder', 'tests', 'ACME', 'path: tests/acme.sh', false],
    ['lines', 'tests/list', 'acme', 'path: tests/list\n    entry: acme', true],
    ['lines', 'tests/list', 'acme', 'path: tests/list\n    entry: acme2', false],
    ['lines', 'tests/list', 'acme', 'path: tests/list', false],
    ['lines', 'tests/list', 'acme', 'path: tests/other\n    entry: acme', false],
  ])('%s %s: `%s` by evidence of `%s`: %s', (of, path, entry, place, isCovered) => {
    const { covered, missing } = coverageOf(watchOf(of, path, 'environments', [entry]), place);
    expect({ covered, missing }).toEqual(
      isCovered ? { covered: [entry], missing: [] } : { covered: [], missing: [entry] },
    );
  });

  test.each([
    ['Cluster API Provider Acme', true],
    ['capx', true],
    ['Acme', false],
  ])('by a provider of the name, whatever its capitals: `%s`: %s', (entry, isCovered) => {
    expect(coverageOf(watchOf('lines', 'list.md', 'providers', [entry])).covered).toEqual(isCovered ? [entry] : []);
  });
});

test('an excuse is needed while the listing has the entry and nothing covers it', () => {
  const excused = ['able', 'acme', 'baker'].map((entry) => `      - { entry: ${entry}, reason: It is a helper. }\n`);
  const watch = watchOf('folder', 'tests', 'environments', ['able', 'acme'], `    excused:\n${excused.join('')}`);
  const coverage = coverageOf(watch);
  expect(coverage.excused.map(({ entry }) => entry)).toEqual(['able']);
  expect(coverage.needless).toEqual([
    { index: 1, entry: 'acme', isCovered: true },
    { index: 2, entry: 'baker', isCovered: false },
  ]);
  expect(coverage.missing).toEqual([]);
});

describe('the entries are those of the newest reading', () => {
  const read = (state: 'fresh' | 'gone' | 'stale', fetched: string, entries?: readonly string[]): Snapshot => ({
    collected: '2026-11-20',
    handles: {},
    issues: {},
    repositories: {},
    places: {},
    channels: {},
    listings: { tests: { state, fetched, ...(entries && { answer: { entries: [...entries] } }) } },
  });
  test.each([
    ['no snapshot', undefined, '2026-08-22', ['acme']],
    ['what sync read', read('fresh', '2026-11-20', ['acme', 'able']), '2026-11-20', ['acme', 'able']],
    ['what sync read before it failed', read('stale', '2026-11-02', ['able']), '2026-11-02', ['able']],
    ['what somebody read since', read('stale', '2026-08-02', ['able']), '2026-08-22', ['acme']],
    ['nothing, when it is gone', read('gone', '2026-11-20'), '2026-08-22', ['acme']],
  ])('%s', (_, snapshot, day, entries) => {
    const coverage = coverageOf(watchOf('folder', 'tests', 'environments', ['acme']), undefined, snapshot);
    expect({ read: coverage.read, entries: coverage.entries }).toEqual({ read: day, entries });
  });
});
