import { describe, expect, test } from 'vitest';
import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { findDrift } from '../../src/rules/drift.ts';
import { RULES } from '../../src/rules/registry.ts';
import { buildWorkList, CONCERNS, groupByOwner } from '../../src/rules/work-list.ts';
import {
  ACME,
  AS_OF,
  datasetOf,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  judge,
  PROVIDER,
  PROVIDER_PATH,
  summarize,
} from '../support/acme-data.ts';
import { type Changes, snapshotOf } from '../support/snapshot.ts';

const DAY = '2026-11-20';
const gone = { state: 'gone', fetched: DAY } as const;
const archived = { name: 'acme/cloud', branch: 'main', archived: true };

/** Two environments and a provider: one rests on tests alone, the other on a page too. */
const FILES = {
  [ENVIRONMENT_PATH]: `${ENVIRONMENT}caveats:\n  - { summary: Disks cannot be resized., issue: acme/cloud#12 }\n`,
  'environments/cloud/baker.yaml': `name: Baker Cloud
level: works
architectures: { amd64: works }
maintainers: ["@octocat", "@acme/bakers"]
evidence:
  - kind: documentation
    repository: acme/docs
    path: baker.md
    seen: { on: 2026-08-22 }
  - kind: report
    issue: acme/docs#7
    by: "@octocat"
    seen: { on: 2026-08-22 }
  - kind: image
    repository: acme/docs
    path: images.md
    entry: baker
    seen: { on: 2026-08-22 }
history:
  - { on: 2026-03-01, level: works, reason: Documented. }
`,
  [PROVIDER_PATH]: PROVIDER.replace(
    'image: { status: none }',
    `image:
    status: available
    evidence:
      - { kind: image, repository: acme/cluster-api-provider-acme, path: image, seen: { on: 2026-08-22 } }`,
  ),
};

function projectOf(changes: Changes, files: Readonly<Record<string, string>> = FILES): Dataset {
  const rest = ACME.filter(({ path }) => files[path] === undefined);
  const dataset = datasetOf([...rest, ...Object.entries(files).map(([path, content]) => ({ path, content }))]);
  return { ...dataset, snapshot: snapshotOf(dataset, DAY, changes) };
}

/** What has drifted, one line each. */
function driftOf(changes: Changes, files?: Readonly<Record<string, string>>): readonly string[] {
  return findDrift(projectOf(changes, files), { asOf: AS_OF }).map(summarize);
}

const ACME_FILE = 'environments/cloud/acme.yaml';
const BAKER_FILE = 'environments/cloud/baker.yaml';

describe('one thing that has changed is one finding', () => {
  test('nothing has', () => expect(driftOf({})).toEqual([]));

  test.each<[string, Changes, readonly string[]]>([
    [
      'a repository that evidence of an entry names twice is gone',
      {
        repositories: { 'acme/docs': gone },
        places: { 'acme/docs path baker.md': gone, 'acme/docs path images.md': gone },
      },
      [`${BAKER_FILE}:7:17 evidence-gone`],
    ],
    [
      'two places of one repository are gone',
      { places: { 'acme/docs path baker.md': gone, 'acme/docs path images.md': gone } },
      [`${BAKER_FILE}:8:11 evidence-gone`, `${BAKER_FILE}:16:11 evidence-gone`],
    ],
    [
      'the repository of a provider is gone, with the evidence in it',
      { repositories: { 'acme/cluster-api-provider-acme': gone } },
      ['providers/capx.yaml:9:36 evidence-gone'],
    ],
    [
      'a repository has moved, and its issues with it',
      {
        repositories: {
          'acme/docs': { state: 'renamed', fetched: DAY, answer: { ...archived, name: 'acme/pages', archived: false } },
        },
        issues: {
          'acme/docs#7': { state: 'renamed', fetched: DAY, answer: { title: '', state: 'open', name: 'acme/pages#7' } },
        },
      },
      [`${BAKER_FILE}:7:17 reference-moved`],
    ],
    [
      'an issue has moved alone',
      {
        issues: {
          'acme/docs#7': { state: 'renamed', fetched: DAY, answer: { title: '', state: 'open', name: 'acme/pages#1' } },
        },
      },
      [`${BAKER_FILE}:11:12 reference-moved`],
    ],
    [
      'a handle that is a maintainer and has reported is gone: once in each entry',
      { handles: { '@octocat': gone } },
      [`${ACME_FILE}:4:15 handle-gone`, `${BAKER_FILE}:4:15 handle-gone`],
    ],
    [
      'a handle was renamed and is gone since',
      { handles: { '@acme/bakers': { ...gone, answer: { id: 1, kind: 'team', login: 'acme/chefs' } } } },
      [`${BAKER_FILE}:4:27 handle-gone`],
    ],
    [
      'the issue of a caveat is gone',
      { issues: { 'acme/cloud#12': { ...gone, answer: { title: '', state: 'closed' } } } },
      [`${ACME_FILE}:13:49 reference-gone`],
    ],
    [
      'the issue of a caveat is gone, and so is a file beside it',
      { issues: { 'acme/cloud#12': gone }, places: { 'acme/cloud path tests/acme.sh': gone } },
      [`${ACME_FILE}:8:11 evidence-gone`, `${ACME_FILE}:13:49 reference-gone`],
    ],
    ['the members of a team cannot be seen', { handles: { '@acme/bakers': { state: 'forbidden', fetched: DAY } } }, []],
  ])('%s', (_, changes, found) => {
    expect(driftOf(changes)).toEqual(found);
  });

  test('and names the other places that it concerns', () => {
    const [finding] = findDrift(projectOf({ repositories: { 'acme/docs': gone } }), { asOf: AS_OF });
    expect(finding?.related?.map(({ place }) => place)).toMatchObject([{ start: { line: 15, column: 17 } }]);
  });

  test('and the fix of a moved issue keeps its number', () => {
    const issue = {
      state: 'renamed',
      fetched: DAY,
      answer: { title: '', state: 'open', name: 'acme/pages#1' },
    } as const;
    const [finding] = findDrift(projectOf({ issues: { 'acme/docs#7': issue } }), { asOf: AS_OF });
    expect(finding?.fix).toBe('issue: acme/pages#1');
  });
});

describe('a workflow that two pieces of evidence name', () => {
  const evidence = '- { kind: ci, repository: acme/cloud, workflow: e2e.yaml, seen: { on: 2026-08-22 } }\n';
  const files = {
    [ENVIRONMENT_PATH]: ENVIRONMENT.replace(/(?<=evidence:\n)[^]*?(?=history)/, `  ${evidence}`.repeat(2)),
    [PROVIDER_PATH]: PROVIDER.replace(
      'image: { status: none }',
      `image:\n    status: available\n    evidence:\n      ${evidence}`,
    ),
  };
  /** The rules that find something in the environment, whose level allows 180 days, and in the provider. */
  test.each([
    ['passed yesterday', { conclusion: 'success', ran: '2026-11-19' }, []],
    ['had nothing to do', { conclusion: 'skipped', ran: '2026-11-19' }, []],
    ['failed', { conclusion: 'failure', ran: '2026-11-19' }, ['workflow-failing']],
    ['failed long ago', { conclusion: 'timed_out', ran: '2024-11-19' }, ['workflow-failing']],
    ['passed on the last day that counts', { conclusion: 'success', ran: '2026-05-24' }, []],
    ['passed a day before', { conclusion: 'success', ran: '2026-05-23' }, ['workflow-idle']],
    ['never ran to its end', {}, ['workflow-idle']],
  ])('%s', (_, answer, rules) => {
    const places = { 'acme/cloud workflow e2e.yaml': { state: 'fresh', fetched: DAY, answer } } as const;
    expect(driftOf({ places }, files)).toEqual(
      rules.flatMap((rule) => [`${ACME_FILE}:6:51 ${rule}`, `providers/capx.yaml:9:55 ${rule}`]),
    );
  });
});

describe('a stage in progress', () => {
  const stage = `image:
    status: in-progress
    evidence:
      - { kind: image, issue: acme/cloud#1, seen: { on: 2026-08-22 } }
      - { kind: image, issue: acme/cloud#2, seen: { on: 2026-08-22 } }`;
  const files = { [PROVIDER_PATH]: PROVIDER.replace('image: { status: none }', stage) };
  test.each([
    ['while one of its pull requests is open', 'merged', 'open', undefined],
    ['once one was merged', 'closed', 'merged', ['available', 'partial']],
    ['once all were closed', 'closed', 'closed', ['planned', 'none', 'withdrawn']],
  ] as const)('%s', (_, one, other, expected) => {
    const answer = (state: 'open' | 'closed' | 'merged') =>
      ({ state: 'fresh', fetched: DAY, answer: { title: '', state } }) as const;
    const issues = { 'acme/cloud#1': answer(one), 'acme/cloud#2': answer(other) };
    const found = findDrift(projectOf({ issues }, files), { asOf: AS_OF });
    expect(found.map((finding) => finding.expected)).toEqual(expected === undefined ? [] : [expected]);
  });
});

test('what is retired has no drift', () => {
  const retired = ENVIRONMENT.replaceAll('tested', 'unsupported').replace(
    'maintainers',
    'lifecycle: retired\nsince: 2026-09-01\nreason: It closed.\nmaintainers',
  );
  const changes = { handles: { '@octocat': gone }, repositories: { 'acme/cloud': gone } };
  expect(driftOf(changes, { [ENVIRONMENT_PATH]: retired })).toEqual([]);
});

test('a claim that fails because evidence is gone is drift, and no error', () => {
  const files = [
    ...ACME,
    {
      path: SNAPSHOT_PATH,
      content: JSON.stringify({ collected: DAY, repositories: { 'acme/cloud': { state: 'gone' } } }),
    },
  ];
  const [finding, ...others] = judge(files);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'evidence-gone',
    severity: 'warning',
    reason: expect.stringContaining('The evidence that is left supports `unknown`, not `tested` on amd64.') as string,
  });
});

test('a claim that its own file does not back is an error, whatever is gone', () => {
  const claim = ENVIRONMENT.replace('kind: ci', 'kind: documentation');
  const snapshot = { collected: DAY, repositories: { 'acme/cloud': { state: 'gone' } } };
  const found = judge([
    ...ACME.filter(({ path }) => path !== ENVIRONMENT_PATH),
    { path: ENVIRONMENT_PATH, content: claim },
    { path: SNAPSHOT_PATH, content: JSON.stringify(snapshot) },
  ]);
  expect(found.map(({ ruleId, expected }) => [ruleId, expected])).toEqual([
    ['claim-above-evidence', ['unknown']],
    ['evidence-gone', undefined],
  ]);
});

describe('the work list', () => {
  const items = buildWorkList(
    projectOf({
      handles: { '@acme/bakers': gone },
      issues: { 'acme/cloud#12': { state: 'fresh', fetched: DAY, answer: { title: '', state: 'closed' } } },
      repositories: {
        'acme/cluster-api-provider-acme': {
          state: 'archived',
          fetched: DAY,
          answer: { ...archived, name: 'acme/cluster-api-provider-acme' },
        },
      },
      places: { 'acme/cloud path tests/acme.sh': gone, 'acme/docs path baker.md': gone },
    }),
    { asOf: '2029-11-22' },
  );

  test('has the most important first: what costs a level before what does not', () => {
    expect(items.map(({ concern, owner, finding }) => `${concern.id} ${owner.id} ${finding.ruleId}`)).toEqual([
      'level acme evidence-gone',
      'people baker handle-gone',
      'progress acme caveat-closed',
      'places baker evidence-gone',
      'places capx repository-archived',
      'age baker evidence-age',
    ]);
  });

  test('is told by entry, those first that have the most important', () => {
    expect(groupByOwner(items).map(({ owner, items: own }) => [owner.kind, owner.id, own.length])).toEqual([
      ['environment', 'acme', 2],
      ['environment', 'baker', 3],
      ['provider', 'capx', 1],
    ]);
  });

  test('has a place for every rule that finds drift', () => {
    const known = new Set(CONCERNS.flatMap(({ rules }) => rules));
    const drift = Object.values(RULES).filter(({ isDrift }) => isDrift);
    expect(drift.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
    expect(drift.map(({ severity }) => severity)).toEqual(drift.map(() => 'warning'));
  });
});
