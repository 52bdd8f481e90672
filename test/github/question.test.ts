import { expect, test } from 'vitest';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { buildQuestions } from '../../src/github/question.ts';
import {
  ACME,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  MATRIX,
  MATRIX_PATH,
  PROVIDER,
  PROVIDER_PATH,
  ROOT,
} from '../support/acme-data.ts';

const seen = 'seen: { on: 2026-08-22 }';
const FILES = [
  {
    path: MATRIX_PATH,
    content: MATRIX.replace('14 days. }\n', '14 days. }\n    repository: acme/linux\n    tag: stable-*\n'),
  },
  {
    path: ENVIRONMENT_PATH,
    content: ENVIRONMENT.replace(
      '["@octocat"]',
      '["@OctoCat", "@acme/Core", { name: ACME, url: "https://acme.example.org/" }]',
    ).replace(
      'evidence:\n',
      `evidence:
  - { kind: ci, repository: acme/cloud, path: list, entry: vultr, ${seen} }
  - { kind: ci, repository: acme/cloud, path: list, entry: aws, ${seen} }
  - { kind: ci, repository: acme/cloud, workflow: e2e.yml, ${seen} }
  - { kind: image, repository: acme/linux, asset: "*.img", ${seen} }
  - { kind: report, issue: acme/cloud#12, by: "@hubot", ${seen} }
`,
    ),
  },
  { path: PROVIDER_PATH, content: PROVIDER },
  {
    path: 'watch.yaml',
    content: `listings:
  - id: tests
    title: Tests
    repository: acme/tests
    path: vendor/
    of: folder
    pattern: "^(?<entry>.+)$"
    covers: environments
    seen: { on: 2026-08-22, entries: [] }
`,
  },
  {
    path: 'generated/github.json',
    content: JSON.stringify({
      collected: '2026-08-22',
      handles: { '@octocat': { state: 'fresh', answer: { id: 7, kind: 'user', login: 'octocat' } } },
    }),
  },
];

test('there is one question for each thing on GitHub that the data refers to', () => {
  const { dataset, findings } = parseDataset(FILES, ROOT);
  expect(findings).toEqual([]);
  const place = (key: string) => ({ part: 'places', key: `acme/${key}`, repository: `acme/${key.split(' ')[0]!}` });
  const repository = (key: string) => ({ kind: 'repository', part: 'repositories', key, repository: key });
  expect(buildQuestions(dataset!)).toEqual([
    { kind: 'team', part: 'handles', key: '@acme/core', organization: 'acme', slug: 'core' },
    { kind: 'account', part: 'handles', key: '@hubot', login: 'hubot', id: undefined },
    { kind: 'account', part: 'handles', key: '@octocat', login: 'octocat', id: 7 },
    { kind: 'issue', part: 'issues', key: 'acme/cloud#12', repository: 'acme/cloud', number: 12 },
    ...['acme/cloud', 'acme/cluster-api-provider-acme', 'acme/linux', 'acme/tests'].map(repository),
    { ...place('cloud path list'), kind: 'words', path: 'list', words: ['aws', 'vultr'] },
    { ...place('cloud path tests/acme.sh'), kind: 'path', path: 'tests/acme.sh' },
    { ...place('cloud workflow e2e.yml'), kind: 'workflow', workflow: 'e2e.yml' },
    { ...place('linux asset *.img'), kind: 'asset', asset: '*.img' },
    { kind: 'channel', part: 'channels', key: 'stable', repository: 'acme/linux', prefix: 'stable-' },
    {
      kind: 'folder',
      part: 'listings',
      key: 'tests',
      repository: 'acme/tests',
      path: 'vendor',
      pattern: '^(?<entry>.+)$',
    },
  ]);
});

test('a folder that refers to little is asked about little', () => {
  expect(buildQuestions(parseDataset(ACME, ROOT).dataset!).map(({ key }) => key)).toEqual([
    '@octocat',
    'acme/cloud',
    'acme/cluster-api-provider-acme',
    'acme/cloud path tests/acme.sh',
  ]);
});
