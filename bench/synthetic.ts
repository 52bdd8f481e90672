import { formatText } from '../src/dataset/format-scalar.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../src/model/evidence.ts';
import type { Level } from '../src/model/level.ts';
import type { Matrix } from '../src/model/matrix.ts';
import { STAGE_STATUSES } from '../src/model/stage.ts';
import { randomFrom, type Random } from './random.ts';

/** One generated file; `path` is relative to the data folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The day that synthetic data is judged by: nothing in it lies later. */
export const SYNTHETIC_DAY = '2026-08-31';

/** How many environments there are to one provider. */
const ENVIRONMENTS_PER_PROVIDER = 10;

/** How common the levels are, best first, as in a matrix of sixty rows; a level further down counts like the last. */
const LEVEL_WEIGHTS = [1, 5, 7, 4, 3, 3];

/**
 * Makes environments, and providers that name them, which are valid under the levels, categories and stages of a matrix.
 * The same arguments give the same files; environment 17 is the same whatever the count.
 */
export function buildSynthetic(matrix: Matrix, count: number, seed = 1): readonly TextFile[] {
  const environments = Array.from({ length: count }, (_, index) => buildEnvironment(matrix, index, seed));
  const providers = Array.from({ length: Math.ceil(count / ENVIRONMENTS_PER_PROVIDER) }, (_, index) =>
    buildProvider(matrix, index, environments, seed),
  );
  return [...environments, ...providers];
}

const MAKERS = ['Aurora', 'Basalt', 'Cobalt', 'Delta', 'Ember', 'Fjord', 'Granite', 'Harbor', 'Indigo', 'Juniper'];
const NOUNS = ['Cloud', 'Compute', 'Metal', 'Stack', 'Engine', 'Grid', 'Forge', 'Fabric', 'Bare Metal', 'Kubernetes'];
const OWNERS = ['aurora-labs', 'basalt', 'cobalt-systems', 'deltaworks', 'ember-io', 'fjord-project', 'granite'];
const REPOSITORIES = ['scripts', 'tests', 'image-builder', 'website', 'provider', 'installer', 'bootengine'];
const PARTS = ['Volumes', 'Network interfaces', 'Security groups', 'Agents', 'Custom images', 'Snapshots'];
const LIMITS = [
  'are not mounted automatically',
  'cannot be resized while the machine runs',
  'need the command line; the web interface offers no such field',
  'work on machines with one interface only, and are configured before Ignition runs',
  'are withdrawn nine months after the release; running machines stay',
];
const SUMMARIES = [
  'Release tests on small and large machines.',
  'For importing as a snapshot.',
  'On each push to main, a cluster with three control-plane nodes is created.',
  "Marked as community support; the product's own release tests do not run on it.",
];
const REASONS = [
  'First listed without an owner.',
  'Release tests run on each nightly build.',
  'The vendor wrote the page: images are published with every release.',
  'Two users reported that it boots and joins a cluster.',
  'Nobody had looked for two years, and the last image is gone.',
];
const NOTES = [
  'Images are published in twenty regions and on the marketplace; a list of their ids is on the release server.',
  'Make a snapshot with Packer or `upload-image`; release 3941.1.0 or newer is needed.',
  'The agent is part of the image, but [release tests do not cover it](https://github.com/basalt/tests/issues/1738).',
  'From the metadata, the image takes the *hostname*, SSH keys and the network.',
  '- The first boot takes a minute longer than on other platforms.\n- **Secure boot** has to be turned off.',
  'Machines with less than 2 GiB of memory do not start; `installer` says so on the console.',
  'The vendor mirrors the releases with a delay of a day or two; an image of your own is there at once.',
  '- Disks are attached as `/dev/vdX`.\n- The serial console shows the log of the first boot.\n- Keys are read once.',
  'Clusters are updated by draining a node after the other, as the reboot manager allows it.',
  'Two regions still offer an older generation of machines, which need the image for *BIOS*.',
];

/** What a synthetic name becomes in an id. */
const toId = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

function nameOf(index: number): { readonly vendor: string; readonly name: string } {
  const vendor = MAKERS[index % MAKERS.length]!;
  return { vendor, name: `${vendor} ${NOUNS[Math.floor(index / MAKERS.length) % NOUNS.length]} ${index + 1}` };
}

function buildEnvironment(matrix: Matrix, index: number, seed: number): TextFile {
  const random = randomFrom(seed * 1_000_003 + index);
  const { vendor, name } = nameOf(index);
  const id = toId(name);
  const level = random.pick(
    matrix.levels.flatMap((each, place) => Array<Level>(LEVEL_WEIGHTS[place] ?? LEVEL_WEIGHTS.at(-1)!).fill(each)),
  );
  const architectures = random.chance(0.5) ? matrix.architectures.map((each) => each.id) : [];
  // The first one has the level of the whole; nobody may have tried another.
  const tried = architectures.filter((_, place) => place === 0 || random.chance(0.8));
  const untold = matrix.levels.at(-1)!;
  const isRetired = level.policy.retired && random.chance(0.5);
  const url = `https://www.${toId(vendor)}.example.com/${id}`;
  const evidence = buildEvidence(random, kindsFor(level, matrix.levels), tried);
  const caveats = buildCaveats(random, level, url);
  const text = [
    '# yaml-language-server: $schema=../../../public/schema/environment.json',
    `name: ${name}`,
    `vendor: ${vendor}`,
    ...(random.chance(0.8) ? [`homepage: ${url}`] : []),
    ...(random.chance(0.7) ? [`aliases: [${listNames(random, name)}]`] : []),
    ...(random.chance(0.2) ? ['# An image is made for each, but not every one was tried.'] : []),
    `level: ${level.id}`,
    ...(architectures.length > 0
      ? [
          `architectures: { ${architectures.map((each) => `${each}: ${tried.includes(each) ? level.id : untold.id}`).join(', ')} }`,
        ]
      : []),
    ...(isRetired
      ? [
          'lifecycle: retired',
          `since: ${dayIn(random, 2023, 2025)}`,
          'reason: The service was closed, and its machines were turned off.',
          `source: ${url}/end`,
        ]
      : []),
    `maintainers: [${level.policy.maintainers > 0 || random.chance(0.2) ? `"@${random.pick(OWNERS)}/maintainers"` : ''}]`,
    ...(random.chance(0.7) ? [`documentation: https://docs.example.org/latest/deploy/${id}/`] : []),
    ...(random.chance(0.5) ? [`images: [${id.replaceAll('-', '_')}]`] : []),
    ...(evidence.length > 0 ? ['', 'evidence:', ...evidence] : []),
    ...(caveats.length > 0 ? ['', 'caveats:', ...caveats] : []),
    ...(random.chance(0.75) ? ['', ...buildNotes(random)] : []),
    '',
    'history:',
    ...buildHistory(random, matrix, level),
    '',
  ].join('\n');
  return { path: `environments/${matrix.categories[index % matrix.categories.length]!.id}/${id}.yaml`, text };
}

/** One to four other names; few are ids, which become addresses of their own. */
function listNames(random: Random, name: string): string {
  const ways = ['Platform', 'Services', 'Region', 'Legacy'];
  return Array.from({ length: random.between(1, 4) }, (_, place) =>
    random.chance(0.1) ? `${toId(name)}-${place + 1}` : `${name} ${ways[place]}`,
  ).join(', ');
}

/** What there is beside the evidence that counts most. */
const WEAK_KINDS: readonly EvidenceKind[] = ['image', 'documentation', 'report'];

/** The kinds that a level asks for: where there are any, those that no better level is content with. */
function kindsFor(level: Level, levels: readonly Level[]): readonly EvidenceKind[] | undefined {
  const kinds = level.policy.evidence;
  const better = levels.slice(0, levels.indexOf(level)).flatMap(({ policy }) => policy.evidence ?? []);
  const own = kinds?.filter((kind) => !better.includes(kind)) ?? [];
  return own.length > 0 ? own : kinds;
}

/** One to four pieces, the first of the kinds that the level asks for; mostly none where it asks for nothing. */
function buildEvidence(
  random: Random,
  kinds: readonly EvidenceKind[] | undefined,
  architectures: readonly string[],
): readonly string[] {
  if (kinds === undefined && random.chance(0.85)) return [];
  const first = kinds === undefined ? 'report' : random.pick(kinds);
  const others = Array.from({ length: kinds === undefined ? 0 : random.between(0, 3) }, () =>
    random.pick(random.chance(0.1) ? EVIDENCE_KINDS : WEAK_KINDS),
  );
  return [first, ...others].flatMap((kind, place) => [
    `  - kind: ${kind}`,
    ...(random.chance(0.4) ? [`    summary: ${random.pick(SUMMARIES)}`] : []),
    ...buildPlace(random, kind),
    ...(architectures.length > 0 && (place === 0 || random.chance(0.4))
      ? [`    architectures: [${architectures.join(', ')}]`]
      : []),
    ...(random.chance(0.15)
      ? [
          '    # The day after the release that brought it.',
          `    since: ${random.between(3000, 4700)}.${random.between(0, 3)}.0`,
        ]
      : []),
    // Some of it was last seen too long ago.
    random.chance(0.9)
      ? `    seen: { on: 2026-0${random.between(5, 8)}-${twoDigits(random.between(1, 28))}, at: ${commitOf(random)} }`
      : `    seen: { on: ${dayIn(random, 2024, 2025)} }`,
    ...(place > 0 && random.chance(0.05)
      ? [
          '    disputed:',
          `      on: ${dayIn(random, 2025, 2025)}`,
          '      reason: The script is there, but no pipeline has called it since spring.',
          `      url: https://github.com/${repositoryOf(random)}/issues/${random.between(1, 4000)}`,
        ]
      : []),
  ]);
}

function buildPlace(random: Random, kind: EvidenceKind): readonly string[] {
  const repository = `    repository: ${repositoryOf(random)}`;
  const issue = `    issue: ${repositoryOf(random)}#${random.between(1, 4000)}`;
  switch (kind) {
    case 'ci':
      return [repository, `    path: ci-automation/vendor-testing/${random.pick(OWNERS)}.sh`];
    case 'upstream-ci':
      return [repository, '    workflow: e2e-main.yml'];
    case 'image':
      return [repository, '    path: build_library/vm_image_util.sh', `    entry: ${random.pick(OWNERS)}`];
    case 'documentation':
      return [repository, `    path: content/docs/latest/deploy/cloud/${random.pick(OWNERS)}.md`];
    case 'report':
      return random.chance(0.5) ? [issue, '    by: "@octocat"'] : [issue];
  }
}

/** None to three, as the level allows and asks for. */
function buildCaveats(random: Random, level: Level, url: string): readonly string[] {
  const { caveats, explained } = level.policy;
  const count = caveats === 'forbidden' ? 0 : random.between(caveats === 'required' || explained ? 1 : 0, 3);
  return Array.from({ length: count }, () => [
    `  - summary: ${random.pick(PARTS)} ${random.pick(LIMITS)}.`,
    ...(random.chance(0.3)
      ? [`    issue: ${repositoryOf(random)}#${random.between(1, 4000)}`]
      : [`    documentation: ${url}/limits/`, `    reviewBy: 2027-0${random.between(1, 9)}-22`]),
    ...(random.chance(0.1) ? [`    affects: { from: ${random.between(3000, 4700)}.0.0 }`] : []),
  ]).flat();
}

function buildNotes(random: Random): readonly string[] {
  const lines = Array.from({ length: random.between(1, 2) }, () => random.pick(NOTES)).join('\n\n');
  return ['notes: |', ...lines.split('\n').map((line) => (line === '' ? '' : `  ${line}`))];
}

/** One to five level changes, a year or so apart; the last one is to the level of today. */
function buildHistory(random: Random, matrix: Matrix, level: Level): readonly string[] {
  const steps = random.between(1, random.pick([1, 2, 2, 3, 5]));
  return Array.from({ length: steps }, (_, place) => {
    const on = dayIn(random, 2021 + place, 2021 + place);
    const to = place === steps - 1 ? level : random.pick(matrix.levels);
    const reason = random.pick(REASONS);
    const source = `https://github.com/${repositoryOf(random)}/commit/${commitOf(random)}`;
    return random.chance(0.7)
      ? [`  - { on: ${on}, level: ${to.id}, reason: ${formatText(reason, true)}, source: "${source}" }`]
      : [`  - on: ${on}`, `    level: ${to.id}`, `    reason: ${formatText(reason, false)}`, `    source: ${source}`];
  }).flat();
}

function buildProvider(matrix: Matrix, index: number, environments: readonly TextFile[], seed: number): TextFile {
  const random = randomFrom(seed * 1_000_003 + 500_000 + index);
  const { vendor } = nameOf(index);
  const id = `capsyn${index + 1}`;
  const repository = `${toId(vendor)}/cluster-api-provider-${index + 1}`;
  const served = new Set(
    Array.from({ length: random.between(1, 4) }, () => random.pick(environments).path.split('/')[2]!.slice(0, -5)),
  );
  const text = [
    '# yaml-language-server: $schema=../../public/schema/provider.json',
    `name: Cluster API Provider ${vendor} ${index + 1}`,
    `acronym: ${id.toUpperCase()}`,
    'role: infrastructure',
    `repository: ${repository}`,
    ...(random.chance(0.6) ? [`documentation: https://${id}.example.org/topics/operating-system`] : []),
    'maintainers: []',
    `environments: [${[...served].join(', ')}]`,
    `latest: { release: v1.${random.between(0, 30)}.${random.between(0, 9)}, on: 2026-06-30 }`,
    'apiVersions: [v1beta1]',
    'contract: v1beta1',
    '',
    'selection:',
    '  field: MachineTemplate.spec.template.spec.image',
    '  example: |',
    '    kind: MachineTemplate',
    '    spec:',
    '      template:',
    '        spec:',
    `          image: ${toId(vendor)}-stable`,
    '',
    'stages:',
    ...matrix.stages.flatMap((stage) => buildStage(random, stage.id, repository)),
    '',
    'caveats:',
    `  - summary: ${random.pick(PARTS)} ${random.pick(LIMITS)}.`,
    `    issue: ${repository}#${random.between(1, 4000)}`,
    '    reviewBy: 2027-02-22',
    '',
    'history:',
    ...matrix.stages
      .slice(0, 3)
      .flatMap((stage, place) => [
        `  - on: ${dayIn(random, 2022 + place, 2022 + place)}`,
        `    stage: ${stage.id}`,
        `    reason: ${formatText(random.pick(REASONS), false)}`,
        `    source: https://github.com/${repository}/pull/${random.between(1, 4000)}`,
      ]),
    '',
  ].join('\n');
  return { path: `providers/${id}.yaml`, text };
}

function buildStage(random: Random, stage: string, repository: string): readonly string[] {
  const status = random.pick(STAGE_STATUSES);
  return [
    `  ${stage}:`,
    `    status: ${status}`,
    `    summary: ${random.pick(SUMMARIES)}`,
    '    evidence:',
    '      - kind: upstream-ci',
    `        repository: ${repository}`,
    `        path: images/packer/${stage}.json`,
    `        seen: { on: 2026-07-${twoDigits(random.between(1, 28))}, at: ${commitOf(random)} }`,
  ];
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function dayIn(random: Random, from: number, to: number): string {
  return `${random.between(from, to)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

const repositoryOf = (random: Random): string => `${random.pick(OWNERS)}/${random.pick(REPOSITORIES)}`;

/** Begins with a letter, as most commits do not: digits around an `e` would be a number to YAML. */
const commitOf = (random: Random): string => `a${random.between(0x1000000, 0xfffffff).toString(16)}`;
