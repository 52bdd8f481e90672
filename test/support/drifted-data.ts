import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { type ACME, datasetOf, ENVIRONMENT_PATH, MATRIX, MATRIX_PATH, PROVIDER_PATH, WATCH_PATH } from './acme-data.ts';
import { snapshotOf } from './snapshot.ts';

/** The day GitHub was asked. */
const DAY = '2026-11-20';

const ENVIRONMENT = `name: Acme Cloud
level: tested
architectures: { amd64: tested }
maintainers: ["@octocat", "@hubot", "@acme/keepers"]
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }
  - kind: upstream-ci
    repository: acme/cloud
    workflow: e2e.yaml
    architectures: [arm64]
    seen: { on: 2026-08-22 }
  - kind: documentation
    url: https://acme.example.org/docs
    seen: { on: 2026-08-22 }
caveats:
  - summary: Disks cannot be resized.
    issue: acme/cloud#12
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }
`;

const PROVIDER = `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/cluster-api-provider-acme
stages:
  image:
    status: in-progress
    evidence:
      - { kind: image, issue: acme/cloud#45, seen: { on: 2026-08-22 } }
  test: { status: unknown }
`;

const WATCH = `listings:
  - id: tests
    title: Test scripts
    repository: acme/cloud
    path: tests
    of: folder
    pattern: ^(?<entry>[a-z]+)\\.sh$
    covers: environments
    seen: { on: 2026-08-22, entries: [acme, helper] }
    excused:
      - { entry: helper, reason: It helps the others. }
`;

const PROJECT = MATRIX.replace(
  '    source: https://acme.example.org/releases\n',
  '    current: { release: 4593.2.5, on: 2026-08-13 }\n    repository: acme/linux\n    tag: stable-*\n$&',
);

const FILES = [
  { path: MATRIX_PATH, content: PROJECT },
  { path: ENVIRONMENT_PATH, content: ENVIRONMENT },
  { path: PROVIDER_PATH, content: PROVIDER },
  { path: WATCH_PATH, content: WATCH },
];

/** What has become of the project since, one of each kind. */
const SNAPSHOT = snapshotOf(datasetOf(FILES), DAY, {
  handles: {
    '@octocat': { state: 'renamed', fetched: DAY, answer: { id: 1, kind: 'user', login: 'octodog' } },
    '@hubot': { state: 'gone', fetched: DAY, seen: '2026-10-30', reason: 'Not found' },
    '@acme/keepers': { state: 'forbidden', fetched: DAY, reason: 'The token may not see teams' },
  },
  issues: {
    'acme/cloud#12': {
      state: 'fresh',
      fetched: DAY,
      answer: { title: 'Resize', state: 'closed', closed: '2026-11-03' },
    },
    'acme/cloud#45': {
      state: 'fresh',
      fetched: DAY,
      answer: { title: 'Build', state: 'merged', closed: '2026-11-04' },
    },
  },
  repositories: {
    'acme/cluster-api-provider-acme': {
      state: 'archived',
      fetched: DAY,
      answer: { name: 'acme/cluster-api-provider-acme', branch: 'main', archived: true },
    },
    'acme/linux': {
      state: 'limited',
      fetched: '2026-11-14',
      reason: 'The budget of the hour was used up',
      answer: { name: 'acme/linux', branch: 'main', archived: false },
    },
  },
  places: {
    'acme/cloud path tests/acme.sh': { state: 'gone', fetched: DAY, seen: '2026-10-30' },
    'acme/cloud workflow e2e.yaml': {
      state: 'fresh',
      fetched: DAY,
      answer: { conclusion: 'failure', ran: '2026-11-19' },
    },
  },
  channels: { stable: { state: 'fresh', fetched: DAY, answer: { tag: 'stable-4593.2.6', on: '2026-11-18' } } },
  listings: { tests: { state: 'fresh', fetched: DAY, answer: { entries: ['acme', 'helper', 'other'] } } },
});

/** The invented project after the world has moved: something of every kind has drifted, and some of it cannot be checked. */
export const DRIFTED: typeof ACME = [...FILES, { path: SNAPSHOT_PATH, content: JSON.stringify(SNAPSHOT) }];
