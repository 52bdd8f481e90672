import { describe, expect, test } from 'vitest';
import { assess, newestEvidence } from '../../src/dataset/assess.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { buildMatrix } from '../../src/matrix/matrix-view.ts';
import { ACME, datasetOf, ENVIRONMENT_PATH } from '../support/acme-data.ts';
import { snapshotOf } from '../support/snapshot.ts';

const TESTED = `name: Acme Cloud
level: tested
architectures: { amd64: tested, arm64: works }
maintainers: []
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    architectures: [amd64]
    seen: { on: 2026-08-22 }
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: 2026-05-01 }
caveats:
  - { summary: Disks cannot be resized., issue: acme/cloud#12 }
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }
`;

const GONE = { places: { 'acme/cloud path tests/acme.sh': { state: 'gone', fetched: '2026-11-20' } } } as const;

/** The project with this environment, and GitHub’s answers where some are given. */
function projectOf(environment: string, changes?: Parameters<typeof snapshotOf>[2]): Dataset {
  const files = ACME.map((file) => (file.path === ENVIRONMENT_PATH ? { ...file, content: environment } : file));
  const dataset = datasetOf(files);
  return changes === undefined ? dataset : { ...dataset, snapshot: snapshotOf(dataset, '2026-11-20', changes) };
}

/** What the environment of a project claims, what its evidence supports, and what it is worth. */
function levelsOf(dataset: Dataset, architecture?: string): readonly string[] {
  const { claimed, supported, worth } = assess(dataset.environments[0]!.value, dataset, architecture);
  return [claimed, supported, worth].map(({ id }) => id);
}

describe('a claim', () => {
  test.each([
    ['without a snapshot', undefined, ['tested', 'tested', 'tested']],
    ['whose evidence is there', {}, ['tested', 'tested', 'tested']],
    ['whose evidence is gone', GONE, ['tested', 'works', 'works']],
  ])('%s', (_, changes, levels) => {
    expect(levelsOf(projectOf(TESTED, changes))).toEqual(levels);
    expect(levelsOf(projectOf(TESTED, changes), 'amd64')).toEqual(levels);
    expect(levelsOf(projectOf(TESTED, changes), 'arm64')).toEqual(['works', 'works', 'works']);
  });

  test('with nothing left is unknown: a caveat does not say that it does not work', () => {
    const alone = TESTED.replace(/ {2}- kind: documentation[^]*?(?=caveats)/, '').replace(', arm64: works', '');
    expect(levelsOf(projectOf(alone, GONE))).toEqual(['tested', 'unknown', 'unknown']);
  });

  test('below the evidence is worth what it claims', () => {
    expect(levelsOf(projectOf(TESTED.replaceAll('tested', 'works'), {}))).toEqual(['works', 'tested', 'works']);
  });

  test('that lost its evidence misses it again for the level it had', () => {
    const dataset = projectOf(TESTED, GONE);
    const { next } = assess(dataset.environments[0]!.value, dataset);
    expect([next?.level.id, next?.missing.map(({ requirement }) => requirement)]).toEqual(['tested', ['evidence']]);
  });

  test('is not brought further by evidence about an architecture that is not claimed', () => {
    const elsewhere = TESTED.replace('architectures: [amd64]', 'architectures: [arm64]')
      .replace('architectures: { amd64: tested, arm64: works }', 'architectures: { amd64: works }')
      .replaceAll('level: tested', 'level: works');
    const dataset = projectOf(elsewhere);
    const { next } = assess(dataset.environments[0]!.value, dataset);
    expect([next?.level.id, next?.missing.map(({ requirement }) => requirement)]).toEqual(['tested', ['evidence']]);
  });
});

test('the matrix shows what the evidence that is left supports', () => {
  const row = (changes: Parameters<typeof snapshotOf>[2]) =>
    buildMatrix(projectOf(TESTED, changes)).groups[0]!.rows[0]!;
  expect(row({})).toMatchObject({ level: { id: 'tested' }, columns: { tested: 'yes' }, seen: '2026-11-20' });
  expect(row(GONE)).toMatchObject({
    level: { id: 'works' },
    columns: { works: 'with-caveats', tested: 'no' },
    architectures: [{ level: { id: 'works' } }, { level: { id: 'works' } }],
    seen: '2026-05-01',
  });
});

test('the newest evidence is seen on the day GitHub answered, unless it is gone', () => {
  const day = (changes?: Parameters<typeof snapshotOf>[2]) => {
    const dataset = projectOf(TESTED, changes);
    return newestEvidence(dataset.environments[0]!.value, dataset);
  };
  expect([day(), day({}), day(GONE)]).toEqual(['2026-08-22', '2026-11-20', '2026-05-01']);
});
