import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DataFile } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { ENVIRONMENT_PATH, MATRIX, MATRIX_PATH, PROVIDER_PATH, ROOT, summarize } from '../support/acme-data.ts';
import { runSync, snapshotOf, type SyncRun } from '../support/github-run.ts';
import { type GithubServer, startGithub } from '../support/github-server.ts';
import type { Repository, World } from '../support/github-world.ts';

// What happened, as it happened: each test replays two days, and says what the run of the second one finds.

let github: GithubServer;

beforeAll(async () => {
  github = await startGithub({ accounts: [], repositories: [] });
});
afterEach(() => expect(github.wrong).toEqual([]));
afterAll(() => github.close());

interface Day {
  readonly on: string;
  readonly world: World;
}

/** Runs `sync --check` on each day; the snapshot of one is there on the next. */
async function replay(files: readonly DataFile[], days: readonly Day[]): Promise<readonly SyncRun[]> {
  const runs: SyncRun[] = [];
  for (const { on, world } of days) {
    github.restart(world);
    runs.push(await runSync(runs.at(-1)?.files ?? files, github, { asOf: on, check: true }));
  }
  return runs;
}

/** What `validate` says of a folder on a day: the place and the rule, and what it would have instead. */
function judgeOn(day: string, { files }: SyncRun): readonly string[] {
  return runRules(parseDataset(files, ROOT), { asOf: day }).map((each) =>
    [summarize(each), ...(each.expected ?? [])].join(' '),
  );
}

const FOLDER = 'ci-automation/vendor-testing';

/** The release tests of flatcar/scripts: the day each script came, and the day it went. */
const SCRIPTS: Readonly<Record<string, { readonly from: string; readonly to?: string; readonly commit?: string }>> = {
  akamai: { from: '2025-05-05', commit: 'c193d089' },
  aws: { from: '2022-04-13' },
  azure: { from: '2022-05-27' },
  brightbox: { from: '2023-11-22', commit: '477f03b2' },
  digitalocean: { from: '2022-04-21' },
  equinix_metal: { from: '2022-04-25', to: '2025-11-24', commit: '550e702f' },
  gce: { from: '2022-04-26' },
  hetzner: { from: '2024-07-22', commit: 'ce763ff8' },
  openstack: { from: '2022-09-23', commit: 'de8b4eae' },
  qemu: { from: '2022-02-16' },
  qemu_uefi: { from: '2022-02-24' },
  qemu_uefi_secure: { from: '2024-01-29' },
  qemu_update: { from: '2022-02-23' },
  vmware: { from: '2022-04-14' },
};

const scriptsOn = (day: string): readonly string[] =>
  Object.keys(SCRIPTS).filter((name) => SCRIPTS[name]!.from <= day && (SCRIPTS[name]!.to ?? '9999') > day);

/** A day of flatcar/scripts. */
function dayOf(on: string): Day {
  const files = scriptsOn(on).map((name) => {
    const { from, commit = 'a' } = SCRIPTS[name]!;
    return [`${FOLDER}/${name}.sh`, { commit: commit.padEnd(40, '0'), on: from }] as const;
  });
  return { on, world: { accounts: [], repositories: [{ name: 'flatcar/scripts', files: Object.fromEntries(files) }] } };
}

/** A matrix with an environment for each of the tests of a day, whose evidence is the script. */
function matrixOf(day: string): readonly DataFile[] {
  const names = scriptsOn(day);
  const environments = names.map((name) => ({
    path: `environments/cloud/${name.replaceAll('_', '-')}.yaml`,
    content: `name: ${name}
level: tested
maintainers: []
evidence:
  - kind: ci
    repository: flatcar/scripts
    path: ${FOLDER}/${name}.sh
    seen: { on: ${day} }
history:
  - { on: ${day}, level: tested, reason: Release tests run. }
`,
  }));
  const watch = `listings:
  - id: vendor-tests
    title: Scripts of the release tests
    repository: flatcar/scripts
    path: ${FOLDER}
    of: folder
    pattern: '^(?<entry>[a-z0-9_]+)\\.sh$'
    covers: environments
    seen: { on: ${day}, entries: [${names.join(', ')}] }
`;
  return [{ path: MATRIX_PATH, content: MATRIX }, ...environments, { path: 'watch.yaml', content: watch }];
}

test('Equinix Metal: the test script disappears on 2025-11-24, and the next run finds it', async () => {
  const [before, after] = await replay(matrixOf('2025-11-01'), [dayOf('2025-11-23'), dayOf('2025-11-24')]);
  expect([before?.exitCode, after?.exitCode]).toEqual([0, 1]);
  expect(judgeOn('2025-11-23', before!)).toEqual([]);
  expect(judgeOn('2025-11-24', after!)).toEqual(['environments/cloud/equinix-metal.yaml:7:11 evidence-gone']);
  const { places } = snapshotOf(after!.files)!;
  expect(places[`flatcar/scripts path ${FOLDER}/equinix_metal.sh`]).toMatchObject({
    state: 'gone',
    fetched: '2025-11-24',
    seen: '2025-11-23',
    answer: { commit: '550e702f'.padEnd(40, '0'), changed: '2022-04-25' },
  });
});

test('Hetzner: the test script appears on 2024-07-22, and the next run says that a watched entry is missing', async () => {
  const [before, after] = await replay(matrixOf('2024-07-01'), [dayOf('2024-07-21'), dayOf('2024-07-22')]);
  expect([before?.exitCode, after?.exitCode]).toEqual([0, 1]);
  expect(judgeOn('2024-07-21', before!)).toEqual([]);
  expect(judgeOn('2024-07-22', after!)).toEqual(['watch.yaml:2:9 watch-coverage']);
});

test('kinvolk becomes flatcar: the table had the old names until 2023-04-27, and a run of the day before names the new ones', async () => {
  const amazon = `name: Amazon EC2
level: works
maintainers: ["@kinvolk/flatcar-maintainers"]
evidence:
  - kind: documentation
    repository: kinvolk/Flatcar
    path: platform-matrix.md
    seen: { on: 2021-05-11 }
caveats:
  - summary: Support for IAM 2.0 is missing.
    issue: kinvolk/Flatcar#107
history:
  - { on: 2021-05-11, level: works, reason: First listed. }
`;
  const files = [
    { path: MATRIX_PATH, content: MATRIX },
    { path: ENVIRONMENT_PATH, content: amazon },
  ];

  /** The organization under a name; its repository was carried along, and is forwarded to. */
  function worldOf(login: string, formerly: readonly string[]): World {
    const repository: Repository = {
      name: `${login}/Flatcar`,
      formerly,
      files: { 'platform-matrix.md': { commit: '702c9862'.padEnd(40, '0'), on: '2021-05-11' } },
      issues: { 107: { title: 'Support IAM 2.0', state: 'open' } },
    };
    const teams = [{ id: 71, slug: 'flatcar-maintainers' }];
    return { accounts: [{ id: 7, login, kind: 'organization', teams }], repositories: [repository] };
  }

  const [before, after] = await replay(files, [
    { on: '2021-05-11', world: worldOf('kinvolk', []) },
    { on: '2023-04-26', world: worldOf('flatcar', ['kinvolk/Flatcar']) },
  ]);
  expect([before?.exitCode, after?.exitCode]).toEqual([0, 1]);
  expect(judgeOn('2021-05-11', before!)).toEqual([]);
  expect(judgeOn('2023-04-26', after!)).toEqual([
    'environments/cloud/acme.yaml:3:15 handle-gone @flatcar/flatcar-maintainers',
    'environments/cloud/acme.yaml:6:17 reference-moved flatcar/Flatcar',
  ]);
});

test('Cluster API: pull request 4172 is merged on 2021-12-08 while the stage says in-progress', async () => {
  const provider = `name: Cluster API bootstrap provider kubeadm
acronym: CABPK
role: bootstrap
repository: kubernetes-sigs/cluster-api
stages:
  image: { status: none }
  test:
    status: in-progress
    evidence:
      - kind: report
        issue: kubernetes-sigs/cluster-api#4172
        seen: { on: 2021-05-11 }
`;
  const files = [
    { path: MATRIX_PATH, content: MATRIX },
    { path: PROVIDER_PATH, content: provider },
  ];
  const dayOfPull = (on: string, state: 'open' | 'merged'): Day => {
    const pull = { title: 'Ignition bootstrap data', state, isPull: true, ...(state === 'merged' && { closed: on }) };
    const readme = { 'README.md': { commit: 'a'.repeat(40), on: '2021-05-01' } };
    const repository = { name: 'kubernetes-sigs/cluster-api', files: readme, issues: { 4172: pull } };
    return { on, world: { accounts: [], repositories: [repository] } };
  };
  const [before, after] = await replay(files, [dayOfPull('2021-12-07', 'open'), dayOfPull('2021-12-08', 'merged')]);
  expect([before?.exitCode, after?.exitCode]).toEqual([0, 1]);
  expect(judgeOn('2021-12-07', before!)).toEqual([]);
  expect(judgeOn('2021-12-08', after!)).toEqual(['providers/capx.yaml:8:13 stage-progress available partial']);
});
