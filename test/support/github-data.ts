import { ENVIRONMENT_PATH, MATRIX, MATRIX_PATH, PROVIDER_PATH } from './acme-data.ts';
import type { World } from './github-world.ts';

/** The commits of the world below, by the last digit. */
export const commitOf = (digit: number): string => `${'c'.repeat(39)}${digit}`;

/** A project that refers to one of everything that GitHub can be asked about. */
export const REFERRING: readonly { readonly path: string; readonly content: string }[] = [
  {
    path: MATRIX_PATH,
    content: MATRIX.replace(
      /channels:[^]*/,
      `channels:
  - id: beta
    label: Beta
    promise: What comes next.
    cadence: { planned: Every 14 days. }
    repository: acme/images
    tag: beta-*
    source: https://acme.example.org/releases
    seen: 2026-08-13
  - id: stable
    label: Stable
    promise: The default.
    cadence: { planned: Every 14 days. }
    repository: acme/images
    tag: stable-*
    source: https://acme.example.org/releases
    seen: 2026-08-13
`,
    ),
  },
  {
    path: ENVIRONMENT_PATH,
    content: `name: Acme Cloud
level: tested
architectures: { amd64: tested }
maintainers: ["@octocat", "@acme/cloud-team"]
evidence:
  - kind: ci
    repository: acme/images
    path: tests/acme.sh
    seen: { on: 2026-08-22 }
  - kind: image
    repository: acme/images
    path: formats.txt
    entry: acme
    seen: { on: 2026-08-22 }
  - kind: image
    repository: acme/images
    asset: acme-*.img
    seen: { on: 2026-08-22 }
  - kind: documentation
    repository: acme/site
    path: docs/acme
    seen: { on: 2026-08-22 }
  - kind: report
    issue: acme/images#1
    by: "@hubot"
    seen: { on: 2026-08-22 }
caveats:
  - summary: Volumes are not mounted.
    issue: acme/images#2
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }
`,
  },
  {
    path: PROVIDER_PATH,
    content: `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/capx
stages:
  image:
    status: available
    evidence:
      - kind: upstream-ci
        repository: acme/capx
        workflow: e2e.yml
        seen: { on: 2026-08-22 }
  test:
    status: in-progress
    evidence:
      - kind: report
        issue: acme/capx#4172
        seen: { on: 2026-08-22 }
`,
  },
  {
    path: 'watch.yaml',
    content: `listings:
  - id: tests
    title: Scripts of the tests
    repository: acme/images
    path: tests
    of: folder
    pattern: '^(?<entry>[a-z]+)\\.sh$'
    covers: environments
    seen: { on: 2026-08-22, entries: [acme] }
  - id: formats
    title: Image formats
    repository: acme/images
    path: formats.txt
    of: lines
    pattern: "^(?<entry>[a-z]+)$"
    covers: environments
    seen: { on: 2026-08-22, entries: [acme] }
`,
  },
];

/** A GitHub that has it all. */
export const WORLD: World = {
  accounts: [
    { id: 1, login: 'octocat', kind: 'user' },
    { id: 2, login: 'hubot', kind: 'user' },
    { id: 3, login: 'acme', kind: 'organization', teams: [{ id: 31, slug: 'cloud-team' }] },
  ],
  repositories: [
    {
      name: 'acme/images',
      files: {
        'tests/acme.sh': { text: '#!/bin/sh\n', commit: commitOf(1), on: '2026-08-01' },
        'formats.txt': { text: '# formats\nacme\n', commit: commitOf(2), on: '2026-08-02' },
      },
      tags: [
        { name: 'beta-2.0.0', on: '2026-08-10' },
        { name: 'stable-1.9.0', on: '2026-07-10', annotated: true },
        { name: 'stable-1.10.0', on: '2026-08-11', annotated: true },
      ],
      releases: [{ tag: 'stable-1.10.0', on: '2026-08-11', assets: ['acme-1.10.0.img', 'SHA256SUMS'] }],
      issues: {
        1: { title: 'It works', state: 'closed', closed: '2026-05-01' },
        2: { title: 'Volumes are not mounted', state: 'open' },
      },
    },
    { name: 'acme/site', files: { 'docs/acme/index.md': { commit: commitOf(3), on: '2026-07-03' } } },
    {
      name: 'acme/capx',
      files: { '.github/workflows/e2e.yml': { commit: commitOf(4), on: '2026-07-04' } },
      runs: { 'e2e.yml': [{ status: 'completed', conclusion: 'success', on: '2026-08-20' }] },
      issues: { 4172: { title: 'Bootstrap with Ignition', state: 'open', isPull: true } },
    },
  ],
};
