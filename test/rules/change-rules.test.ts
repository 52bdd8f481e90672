import { describe, expect, test } from 'vitest';
import { handleKey } from '../../src/dataset/references.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { diffDatasets } from '../../src/diff/diff-datasets.ts';
import type { PullRequest } from '../../src/rules/rule.ts';
import { runChangeRules } from '../../src/rules/run-rules.ts';
import { ACME, ENVIRONMENT, ENVIRONMENT_PATH, PROVIDER, PROVIDER_PATH, ROOT, summarize } from '../support/acme-data.ts';

/** The files that differ from those of the valid project; `null` for one that is not there, a text for the environment. */
type Files = string | Readonly<Record<string, string | null>>;

type Pull = Partial<Pick<PullRequest, 'author' | 'outside' | 'snapshot'>> & { readonly agreed?: readonly string[] };

/** What rules on change find in a pull request, by somebody who maintains the environment. */
function judge(before: Files, after: Files, { agreed = [], ...pull }: Pull = {}): readonly string[] {
  const [base, head] = [before, after].map((files) => {
    const own = typeof files === 'string' ? { [ENVIRONMENT_PATH]: files } : files;
    const all = { ...Object.fromEntries(ACME.map(({ path, content }) => [path, content])), ...own };
    const list = Object.entries(all).flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
    return parseDataset(list, ROOT).dataset!;
  });
  const found = runChangeRules({
    base,
    head: head!,
    changes: diffDatasets(base, head!),
    author: '@octocat',
    agreed: new Set(agreed.map(handleKey)),
    outside: [],
    snapshot: undefined,
    ...pull,
  });
  return found.map(summarize);
}

const at = (place: string): string => `${ENVIRONMENT_PATH}:${place}`;
const add = (maintainer: string): string => ENVIRONMENT.replace('"@octocat"', `"@octocat", ${maintainer}`);
const OTHER_PATH = 'environments/cloud/other.yaml';
const OTHER = ENVIRONMENT.replace('Acme', 'Other').replace('acme.sh', 'other.sh');

describe('maintainers agree', () => {
  test.each<readonly [string, Files, Pull, readonly string[]]>([
    ['somebody else has to', add('"@hubot"'), {}, [at('4:27 maintainer-consent')]],
    ['the author has', add('"@hubot"'), { author: '@HuBot' }, []],
    ['somebody who spoke up has', add('"@hubot"'), { agreed: ['@hubot'] }, []],
    ['nobody is asked where the author is not known', add('"@hubot"'), { author: undefined }, []],
    ['a vendor is not asked', add('{ name: Acme, url: "https://acme.example.org" }'), {}, []],
    ['a team cannot be asked', add('"@acme/cloud"'), {}, [at('4:27 team-consent')]],
    [
      'a new entry is no way around it',
      { [OTHER_PATH]: OTHER.replace('octocat', 'hubot') },
      {},
      [`${OTHER_PATH}:4:15 maintainer-consent`],
    ],
    [
      'a provider has maintainers too',
      { [PROVIDER_PATH]: `${PROVIDER}maintainers: ["@hubot"]\n` },
      {},
      [`${PROVIDER_PATH}:8:15 maintainer-consent`],
    ],
    ['who leaves is not asked', ENVIRONMENT.replace('"@octocat"', ''), { author: '@hubot' }, []],
  ])('%s', (_, after, pull, found) => {
    expect(judge({}, after, pull)).toEqual(found);
  });

  test('an entry that was broken is no way around it', () => {
    expect(judge('name: [', add('"@hubot"'))).toEqual([at('4:27 maintainer-consent')]);
  });
});

const WORKS = ENVIRONMENT.replaceAll('tested', 'works').replace('Tests run', 'An image');
const STEP = '  - { on: 2026-11-01, level: tested, reason: Tests run. }\n';
/** The same at a better level, with the line of history that belongs to it. */
const raise = (text: string): string =>
  `${text.replace('level: works', 'level: tested').replace('amd64: works', 'amd64: tested')}${STEP}`;
const TWO = WORKS.replace('amd64: works', 'amd64: works, arm64: unknown');

describe('a raised level has new evidence', () => {
  const page = '  - { kind: documentation, url: "https://acme.example.org", seen: { on: 2026-11-01 } }\n';
  const disputed = WORKS.replace(
    '2026-08-22 }',
    '2026-08-22 }\n    disputed: { on: 2026-09-01, reason: Off., url: "https://acme.example.org" }',
  );

  test.each<readonly [string, string, string, readonly string[]]>([
    ['not the old one', WORKS, raise(WORKS), [at('2:8 raised-evidence')]],
    ['the old one seen again', WORKS, raise(WORKS.replace('08-22', '11-01')), []],
    ['seen before does not count', WORKS, raise(WORKS.replace('08-22', '08-01')), [at('2:8 raised-evidence')]],
    [
      'the old one in other words does not',
      WORKS,
      raise(WORKS.replace('kind: ci', 'kind: ci\n    summary: Tests.')),
      [at('2:8 raised-evidence')],
    ],
    ['the old one, no longer disputed', disputed, raise(WORKS), []],
    [
      'new evidence that the level does not count does not',
      WORKS,
      raise(WORKS.replace('history:', `${page}history:`)),
      [at('2:8 raised-evidence')],
    ],
    [
      'for the architecture that is raised',
      TWO,
      TWO.replace('arm64: unknown', 'arm64: works'),
      [at('3:39 raised-evidence')],
    ],
    [
      'not for another one',
      TWO,
      TWO.replace('arm64: unknown', 'arm64: works').replace('08-22 }', '11-01 }\n    architectures: [amd64]'),
      [at('3:39 raised-evidence')],
    ],
    [
      'nor where a level that went down is taken back',
      `${raise(WORKS)}  - { on: 2026-11-02, level: works, reason: Off. }\n`.replaceAll(
        /(level|amd64): tested(?= |\n)/g,
        '$1: works',
      ),
      raise(WORKS),
      [at('2:8 raised-evidence'), at('12:5 change-reason')],
    ],
    [
      'none where its policy asks for none',
      WORKS.replaceAll('works', 'unknown'),
      `${WORKS.replaceAll('works', 'unknown').replace('level: unknown', 'level: unsupported').replace('amd64: unknown', 'amd64: unsupported')}${STEP.replace('tested', 'unsupported')}caveats: [{ summary: It does not boot. }]\n`,
      [],
    ],
  ])('%s', (_, before, after, found) => {
    expect(judge(before, after)).toEqual(found);
  });
});

describe('a changed level has its reason', () => {
  const raised = raise(WORKS);

  test.each<readonly [string, string, string, readonly string[]]>([
    ['in a new line', raised, `${WORKS}${STEP}  - { on: 2026-11-02, level: works, reason: Off. }\n`, []],
    ['not in a line that was there', raised, `${WORKS}${STEP.replace('tested', 'works')}`, [at('12:5 change-reason')]],
    ['nor in none', ENVIRONMENT, WORKS.replace('An image', 'Tests run'), [at('11:5 change-reason')]],
    ['but a claim that was too good may be taken back', raised, WORKS, []],
    [
      'and an architecture alone needs none',
      TWO,
      TWO.replace('arm64: unknown', 'arm64: limited').replace('08-22', '11-01'),
      [],
    ],
  ])('%s', (_, before, after, found) => {
    expect(judge(before, after)).toEqual(found);
  });
});

describe('nothing gets lost', () => {
  test.each<readonly [string, Files, readonly string[]]>([
    ['a provider', { [PROVIDER_PATH]: null }, [`${PROVIDER_PATH}:1:1 removed-file`]],
    ['an environment', { [ENVIRONMENT_PATH]: null }, [at('1:1 removed-file')]],
    [
      'the id of a provider',
      { [PROVIDER_PATH]: null, 'providers/capy.yaml': PROVIDER },
      ['providers/capy.yaml:1:1 changed-id'],
    ],
    [
      'the id, and the alias is another one',
      { [ENVIRONMENT_PATH]: null, [OTHER_PATH]: `${ENVIRONMENT}aliases: [acne]\n` },
      [`${OTHER_PATH}:1:1 changed-id`],
    ],
    [
      'the id, and the alias is there',
      { [ENVIRONMENT_PATH]: null, [OTHER_PATH]: `${ENVIRONMENT}aliases: [Acme]\n` },
      [],
    ],
    ['the category', { [ENVIRONMENT_PATH]: null, 'environments/metal/acme.yaml': ENVIRONMENT }, []],
  ])('%s', (_, after, found) => {
    expect(judge({}, after)).toEqual(found);
  });
});

describe('who maintains nothing is looked at twice', () => {
  const many = (count: number, author = 'octocat'): Files =>
    Object.fromEntries(
      ['able', 'baker', 'charlie', 'delta']
        .slice(0, count)
        .map((id) => [`environments/cloud/${id}.yaml`, OTHER.replace('Other', id).replace('octocat', author)]),
    );

  test.each<readonly [string, Files, Pull, readonly string[]]>([
    ['three entries pass', many(3), { author: '@stranger', agreed: ['@octocat'] }, []],
    [
      'four do not',
      many(4),
      { author: '@stranger', agreed: ['@octocat'] },
      ['environments/cloud/able.yaml:1:1 many-entries'],
    ],
    ['for a maintainer they do', many(4), {}, []],
    [
      'whom the pull request itself makes one is none',
      many(4, 'stranger'),
      { author: '@stranger' },
      ['environments/cloud/able.yaml:1:1 many-entries'],
    ],
    ['whom nobody knows is none', many(4), { author: undefined }, ['environments/cloud/able.yaml:1:1 many-entries']],
    ['a file that is no data', {}, { author: '@stranger', outside: ['a', 'b'] }, ['a:1:1 outside-entries']],
    ['which a maintainer may change', {}, { outside: ['a'] }, []],
    [
      'the snapshot is for nobody',
      {},
      { snapshot: 'data/generated/github.json' },
      ['generated/github.json:1:1 snapshot-edit'],
    ],
    ['but for sync', {}, { author: '@github-actions[bot]', snapshot: 'data/generated/github.json' }, []],
  ])('%s', (_, after, pull, found) => {
    expect(judge({}, after, pull)).toEqual(found);
  });
});
