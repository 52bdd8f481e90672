import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import type { Change } from '../../src/diff/change.ts';
import { diffDatasets } from '../../src/diff/diff-datasets.ts';
import { isRecord } from '../../src/diff/likeness.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../src/model/change-kind.ts';
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

/** The files of a revision that differ from those of the valid project; `null` for one that is not there. */
type Files = Readonly<Record<string, string | null>>;

function datasetOf(files: Files): Dataset {
  const all = { ...Object.fromEntries(ACME.map(({ path, content }) => [path, content])), ...files };
  const list = Object.entries(all).flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
  return parseDataset(list, ROOT).dataset!;
}

/** A change in one line: its kind, the entry, and what the kind says besides. */
function line(change: Change): string {
  const { kind, subject } = change;
  const entry = 'before' in subject ? (subject.after ?? subject.before)!.id : subject.kind;
  const words = Object.entries(change)
    .filter(([key]) => !['kind', 'subject', 'edits'].includes(key))
    .map(([, value]) => wordOf(value));
  return [kind, entry, ...words.filter((word) => word !== '')].join(' ');
}

function wordOf(value: unknown): string {
  if (value === undefined || value === false) return '';
  if (value === true) return 'yes';
  if (isRecord(value) && 'before' in value) return `${textOf(value.before)}→${textOf(value.after)}`;
  return Array.isArray(value) ? value.join() : textOf(value);
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { path, url, status, summary } = value as Record<string, string | undefined>;
  return path ?? url ?? status ?? summary ?? '';
}

function changesOf(before: Files, after: Files): readonly string[] {
  return diffDatasets(datasetOf(before), datasetOf(after)).map(line);
}

const WORKS = ENVIRONMENT.replaceAll('tested', 'works');
const CI = `  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }
`;
const PAGE = `  - { kind: documentation, url: "https://acme.example.org/docs", seen: { on: 2026-08-22 } }
`;
const STEP = '  - { on: 2026-03-01, level: works, reason: Tests run. }\n';
const RAISED = ENVIRONMENT.replace('history:\n', `history:\n${STEP}`);
const RETIRED = `${ENVIRONMENT}lifecycle: retired\nsince: 2026-10-01\nreason: It was closed.\n`;
const CAVEAT = 'caveats:\n  - { summary: Volumes are not mounted., issue: acme/cloud#1 }\n';
const OTHER = 'environments/cloud/other.yaml';
const METAL = 'environments/metal/acme.yaml';
const SNAPSHOT = '{ "collected": "2026-11-01" }';

/** What a pull request does to the file of the environment, or to other files, and what it is called. */
const CASES: readonly (readonly [
  title: string,
  before: string | Files,
  after: string | Files,
  changes: readonly string[],
])[] = [
  [
    'a new file',
    {},
    { [OTHER]: ENVIRONMENT.replace('Acme', 'Other').replace('tests/acme', 'tests/other') },
    ['added other'],
  ],
  ['a file that is gone', {}, { [PROVIDER_PATH]: null }, ['removed capx']],
  ['a file that broke', {}, 'name: [', ['unreadable acme']],
  ['a file that was mended', 'name: [', {}, ['readable acme']],
  [
    'a file put in a wrong place',
    {},
    { [ENVIRONMENT_PATH]: null, 'environments/acme.yaml': ENVIRONMENT },
    ['unreadable acme'],
  ],
  [
    'a new id, with its alias',
    {},
    { [ENVIRONMENT_PATH]: null, [OTHER]: `${ENVIRONMENT}aliases: [acme, Acme 2]\n` },
    ['renamed other acme→other yes', 'fields-changed other aliases'],
  ],
  ['a new id, without', {}, { [ENVIRONMENT_PATH]: null, [OTHER]: ENVIRONMENT }, ['renamed other acme→other']],
  [
    'a new id and a new name',
    {},
    { [ENVIRONMENT_PATH]: null, [OTHER]: ENVIRONMENT.replace('Acme Cloud', 'Other') },
    ['renamed other acme→other', 'fields-changed other name'],
  ],
  [
    'a new id, name and evidence: another entry',
    {},
    {
      [ENVIRONMENT_PATH]: null,
      [OTHER]: WORKS.replace('Acme Cloud', 'Other').replace('acme.sh', 'other.sh').replace('octocat', 'other'),
    },
    ['removed acme', 'added other'],
  ],
  ['another category', {}, { [ENVIRONMENT_PATH]: null, [METAL]: ENVIRONMENT }, ['moved acme cloud→metal']],
  [
    'another category and a change',
    {},
    { [ENVIRONMENT_PATH]: null, [METAL]: ENVIRONMENT.replace('["@octocat"]', '[]') },
    ['moved acme cloud→metal', 'maintainer-left acme @octocat', 'support-lowered acme full→tested'],
  ],
  ['the end of an entry', {}, RETIRED, ['retired acme']],
  ['an announced end', {}, RETIRED.replace('lifecycle: retired', 'lifecycle: deprecated'), ['deprecated acme']],
  ['an end that is taken back', RETIRED, {}, ['revived acme']],
  ['another reason for an end', RETIRED, RETIRED.replace('closed', 'sold'), ['fields-changed acme reason']],
  ['a new maintainer', {}, ENVIRONMENT.replace('["@octocat"]', '["@octocat", "@other"]'), ['adopted acme @other']],
  [
    'one maintainer for another',
    {},
    ENVIRONMENT.replace('@octocat', '@other'),
    ['adopted acme @other', 'maintainer-left acme @octocat'],
  ],
  [
    'the order of maintainers',
    ENVIRONMENT.replace('["@octocat"]', '["@octocat", "@other"]'),
    ENVIRONMENT.replace('["@octocat"]', '["@other", "@octocat"]'),
    ['fields-changed acme maintainers'],
  ],
  [
    'the first maintainers of a provider',
    {},
    { [PROVIDER_PATH]: `${PROVIDER}maintainers: ["@one", "@two"]\n` },
    ['adopted capx @one', 'adopted capx @two'],
  ],
  ['a better level with its line of history', WORKS, RAISED, ['raised acme works→tested yes amd64']],
  [
    'a worse level',
    RAISED,
    WORKS.replace('2026-03-01, level: works', '2026-03-01, level: tested') + STEP.replace('2026-03-01', '2026-04-01'),
    ['lowered acme tested→works yes amd64'],
  ],
  ['a level taken back with its line of history', RAISED, WORKS, ['reverted acme tested→works yes amd64']],
  [
    'a better level on one architecture',
    ENVIRONMENT.replace('{ amd64: tested }', '{ amd64: tested, arm64: unknown }'),
    ENVIRONMENT.replace('{ amd64: tested }', '{ amd64: tested, arm64: works }'),
    ['raised acme unknown→works arm64'],
  ],
  [
    'an architecture named at last',
    {},
    ENVIRONMENT.replace('{ amd64: tested }', '{ amd64: tested, arm64: works }'),
    ['raised acme undefined→works arm64'],
  ],
  [
    'architectures in place of the whole',
    ENVIRONMENT.replace('architectures: { amd64: tested }\n', ''),
    {},
    ['fields-changed acme architectures'],
  ],
  [
    'evidence that supports less',
    ENVIRONMENT.replace('evidence:\n', `evidence:\n${PAGE}`),
    ENVIRONMENT.replace(CI, PAGE),
    ['support-lowered acme full→works', 'evidence-removed acme tests/acme.sh→undefined'],
  ],
  [
    'evidence that supports more',
    WORKS.replace(CI, PAGE),
    WORKS.replace(CI, PAGE + CI),
    ['support-raised acme works→full', 'evidence-added acme undefined→tests/acme.sh'],
  ],
  [
    'evidence that was seen again',
    {},
    ENVIRONMENT.replace('2026-08-22', '2026-09-22'),
    ['evidence-changed acme tests/acme.sh→tests/acme.sh'],
  ],
  [
    'evidence in another order',
    ENVIRONMENT.replace(CI, CI + PAGE),
    ENVIRONMENT.replace(CI, PAGE + CI),
    ['fields-changed acme evidence'],
  ],
  [
    'evidence somewhere else',
    {},
    ENVIRONMENT.replace('acme.sh', 'other.sh'),
    ['evidence-added acme undefined→tests/other.sh', 'evidence-removed acme tests/acme.sh→undefined'],
  ],
  [
    'a new caveat',
    {},
    ENVIRONMENT + CAVEAT,
    ['support-lowered acme full→tested', 'caveat-added acme undefined→Volumes are not mounted.'],
  ],
  [
    'a caveat that is gone',
    ENVIRONMENT + CAVEAT,
    {},
    ['support-raised acme tested→full', 'caveat-resolved acme Volumes are not mounted.→undefined'],
  ],
  [
    'a caveat in other words',
    ENVIRONMENT + CAVEAT,
    (ENVIRONMENT + CAVEAT).replace('Volumes are', 'Your disks get'),
    ['caveat-changed acme Volumes are not mounted.→Your disks get not mounted.'],
  ],
  [
    'a stage that came further',
    {},
    {
      [PROVIDER_PATH]: PROVIDER.replace(
        'none',
        'partial, evidence: [{ kind: image, url: "https://acme.example.org", seen: { on: 2026-08-22 } }]',
      ),
    },
    ['stage-advanced capx image none→partial', 'evidence-added capx undefined→https://acme.example.org image'],
  ],
  [
    'a stage that was taken away',
    { [PROVIDER_PATH]: PROVIDER.replace('none', 'available') },
    { [PROVIDER_PATH]: PROVIDER.replace('none', 'withdrawn') },
    ['stage-withdrawn capx image available→withdrawn'],
  ],
  [
    'a stage where somebody looked',
    {},
    { [PROVIDER_PATH]: PROVIDER.replace('unknown', 'none') },
    ['stage-changed capx test unknown→none'],
  ],
  [
    'a stage with more to say',
    {},
    { [PROVIDER_PATH]: PROVIDER.replace('unknown', 'unknown, summary: Soon.') },
    ['stage-changed capx test unknown→unknown'],
  ],
  [
    'a stage named at last',
    { [PROVIDER_PATH]: PROVIDER.replace('  test: { status: unknown }\n', '') },
    { [PROVIDER_PATH]: PROVIDER.replace('unknown', 'planned') },
    ['stage-advanced capx test undefined→planned'],
  ],
  [
    'other fields',
    {},
    `${ENVIRONMENT}homepage: https://acme.example.org\nnotes: Well.\n`,
    ['fields-changed acme homepage,notes'],
  ],
  [
    'comments and style',
    {},
    `# Hello.\n${ENVIRONMENT.replace('{ amd64: tested }', '\n  amd64: "tested"')}`,
    ['reformatted acme'],
  ],
  ['the project', {}, { [MATRIX_PATH]: MATRIX.replace('Every 14 days', 'Often') }, ['fields-changed matrix channels']],
  ['comments of the project', {}, { [MATRIX_PATH]: `# Hello.\n${MATRIX}` }, ['reformatted matrix']],
  ['a watch list', {}, { 'watch.yaml': 'listings: []\n' }, ['added watch']],
  ['a snapshot', {}, { 'generated/github.json': SNAPSHOT }, ['added snapshot']],
  [
    'another snapshot',
    { 'generated/github.json': SNAPSHOT },
    { 'generated/github.json': SNAPSHOT.replace('11-01', '11-02') },
    ['fields-changed snapshot collected'],
  ],
  ['a snapshot that is gone', { 'generated/github.json': SNAPSHOT }, {}, ['removed snapshot']],
];

describe('a change is called by its name', () => {
  const files = (side: string | Files): Files => (typeof side === 'string' ? { [ENVIRONMENT_PATH]: side } : side);

  test.each(CASES)('%s', (_, before, after, changes) => {
    expect(changesOf(files(before), files(after))).toEqual(changes);
  });

  test('and every name is used', () => {
    const named = new Set(
      CASES.flatMap(([, , , changes]) => changes.map((change) => change.split(' ', 1)[0] as ChangeKind)),
    );
    expect(CHANGE_KINDS.filter((kind) => !named.has(kind))).toEqual([]);
  });
});
