import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ACME,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  MATRIX,
  MATRIX_PATH,
  PROVIDER,
  PROVIDER_PATH,
} from '../support/acme-data.ts';
import { type CommitFiles, makeRepository, type TestRepository } from '../support/git-repository.ts';
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { showReview } from '../../src/commands/review.ts';
import { isDate } from '../../src/model/day.ts';
import { type ReviewCall, reviewRepository } from '../support/review-repository.ts';

const DATA = (path: string): string => `data/${path}`;
const ACME_FILE = DATA(ENVIRONMENT_PATH);
const OTHER_FILE = DATA('environments/cloud/other.yaml');

const STEP = '  - { on: 2026-01-01, level: works, reason: An image is published. }\n';
const IMAGE = `  - kind: image
    url: https://other.example.org/images
    seen: { on: 2026-10-01 }
`;

/** A second environment, which nobody maintains, at a lower level. */
const OTHER = `name: Other Cloud
level: works
architectures: { amd64: works }
maintainers: []
evidence:
${IMAGE}history:
${STEP}`;

const RAISED = OTHER.replaceAll(/(level|amd64): works(?=\n| })/g, '$1: tested').replace(
  STEP,
  `${STEP}  - { on: 2026-11-01, level: tested, reason: Tests run every night. }\n`,
);
const TESTS = `  - kind: upstream-ci
    url: https://other.example.org/tests
    seen: { on: 2026-11-01 }
`;

/** What every repository starts from. */
const START: CommitFiles = {
  ...Object.fromEntries(ACME.map(({ path, content }) => [DATA(path), content])),
  [OTHER_FILE]: OTHER,
  'package.json': '{}\n',
};

/** Many environments that differ in their names. */
function many(count: number, edit: (text: string) => string = (text) => text): CommitFiles {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      DATA(`environments/metal/rack-${index}.yaml`),
      edit(OTHER.replace('Other Cloud', `Rack ${index}`)),
    ]),
  );
}

interface Scenario {
  readonly title: string;
  /** What is there before, besides what every repository starts from. */
  readonly before?: CommitFiles;
  readonly after: CommitFiles;
  readonly call?: Partial<ReviewCall>;
  readonly code: 0 | 1;
}

const ADOPTED = OTHER.replace('maintainers: []', 'maintainers: ["@hubot"]');
const BROKEN = ENVIRONMENT.replace('level: tested', 'level: [tested');

const SCENARIOS: readonly Scenario[] = [
  { title: 'adopt', after: { [OTHER_FILE]: ADOPTED }, call: { author: '@Hubot' }, code: 0 },
  { title: 'adopt for somebody else', after: { [OTHER_FILE]: ADOPTED }, code: 1 },
  {
    title: 'adopt for somebody who approves',
    after: { [OTHER_FILE]: ADOPTED },
    call: { event: { reviews: [{ user: { login: 'hubot' }, state: 'APPROVED' }] } },
    code: 0,
  },
  {
    title: 'adopt for a team and a bot',
    after: { [OTHER_FILE]: OTHER.replace('[]', '["@acme/cloud", "@acme-bot"]') },
    call: { author: '@acme-bot' },
    code: 0,
  },
  { title: 'maintainer leaves', after: { [ACME_FILE]: ENVIRONMENT.replace('["@octocat"]', '[]') }, code: 0 },
  { title: 'add', after: { [DATA('environments/metal/rack.yaml')]: OTHER.replace('Other Cloud', 'Rack') }, code: 0 },
  { title: 'raise with evidence', after: { [OTHER_FILE]: RAISED.replace(IMAGE, IMAGE + TESTS) }, code: 0 },
  { title: 'raise without evidence', after: { [OTHER_FILE]: RAISED }, code: 1 },
  {
    title: 'lower',
    before: { [OTHER_FILE]: RAISED.replace(IMAGE, IMAGE + TESTS) },
    after: {
      [OTHER_FILE]: OTHER.replace(
        STEP,
        `${RAISED.split('history:\n')[1]!}  - { on: 2026-11-20, level: works, reason: The tests were switched off. }\n`,
      ),
    },
    code: 0,
  },
  {
    title: 'lower without a reason',
    before: { [OTHER_FILE]: OTHER },
    after: {
      [OTHER_FILE]: OTHER.replaceAll('works', 'limited').replace(
        'evidence:',
        'caveats:\n  - { summary: Disks are slow. }\nevidence:',
      ),
    },
    code: 1,
  },
  {
    title: 'revert',
    before: { [OTHER_FILE]: RAISED.replace(IMAGE, IMAGE + TESTS) },
    after: { [OTHER_FILE]: OTHER },
    code: 0,
  },
  {
    title: 'retire',
    after: {
      [OTHER_FILE]: `name: Other Cloud
level: unsupported
lifecycle: retired
since: 2026-10-01
reason: The service was closed.
replacedBy: acme
maintainers: []
history:
${STEP}  - { on: 2026-10-01, level: unsupported, reason: The service was closed. }
`,
    },
    code: 0,
  },
  {
    title: 'rename',
    after: {
      [OTHER_FILE]: null,
      [DATA('environments/cloud/new.yaml')]: OTHER.replace('level', 'aliases: [other]\nlevel'),
    },
    code: 0,
  },
  {
    title: 'rename without the alias',
    after: { [OTHER_FILE]: null, [DATA('environments/cloud/new.yaml')]: OTHER },
    code: 1,
  },
  { title: 'move', after: { [OTHER_FILE]: null, [DATA('environments/metal/other.yaml')]: OTHER }, code: 0 },
  { title: 'delete', after: { [OTHER_FILE]: null }, code: 1 },
  {
    title: 'bulk edit by a stranger',
    before: many(5),
    after: many(5, (text) => text.replace('2026-10-01', '2026-11-01')),
    call: { author: '@stranger' },
    code: 0,
  },
  {
    title: 'tooling touched',
    after: { [OTHER_FILE]: ADOPTED, 'package.json': '{"x":1}\n', 'data/.gitattributes': '* -diff\n' },
    call: { author: '@hubot' },
    code: 0,
  },
  {
    title: 'only formatting',
    after: { [OTHER_FILE]: OTHER.replace('Other Cloud', 'Other Cloud # as they spell it') },
    code: 0,
  },
  { title: 'broken in head', after: { [ACME_FILE]: BROKEN }, code: 1 },
  {
    title: 'broken in base already',
    before: { [ACME_FILE]: BROKEN },
    after: { [OTHER_FILE]: ADOPTED },
    call: { author: '@hubot' },
    code: 0,
  },
  { title: 'mended', before: { [ACME_FILE]: BROKEN }, after: { [ACME_FILE]: ENVIRONMENT }, code: 0 },
  {
    title: 'broken project',
    after: { [DATA(MATRIX_PATH)]: MATRIX.replace('levels:', 'level:'), [OTHER_FILE]: ADOPTED },
    code: 1,
  },
  { title: 'empty', after: {}, code: 0 },
  {
    title: 'policy',
    after: {
      [DATA(MATRIX_PATH)]: MATRIX.replace('evidence: [ci, upstream-ci], caveats', 'evidence: [upstream-ci], caveats'),
    },
    code: 1,
  },
  {
    title: 'stage',
    after: {
      [DATA(PROVIDER_PATH)]: PROVIDER.replace(
        'image: { status: none }',
        'image: { status: partial, evidence: [{ kind: image, url: https://acme.example.org/images, seen: { on: 2026-11-01 } }] }',
      ),
    },
    code: 0,
  },
  { title: 'snapshot by hand', after: { [DATA('generated/github.json')]: '{ "collected": "2026-11-20" }\n' }, code: 1 },
];

const validate = new Ajv({ allErrors: true })
  .addFormat('date', isDate)
  .compile(JSON.parse(readFileSync(new URL('../../public/schema/review.json', import.meta.url), 'utf8')) as object);

let repository: TestRepository;

beforeAll(() => {
  repository = makeRepository();
  repository.commit('main', START);
});

afterAll(() => repository.remove());

/** The branches of a scenario: what it starts from, and the pull request. */
function makeBranches({ title, before = {}, after }: Scenario): { readonly base: string; readonly head: string } {
  const [base, head] = [`${slugOf(title)}-base`, slugOf(title)];
  repository.commit(base, before, { from: 'main' });
  repository.commit(head, after, { from: base });
  return { base, head };
}

function slugOf(title: string): string {
  return title.replaceAll(' ', '-');
}

/** What the published schema finds wrong with a review. */
function findMistakes(value: unknown): readonly unknown[] {
  validate(value);
  return validate.errors ?? [];
}

async function expectComment(title: string, call: ReviewCall, code: 0 | 1): Promise<string> {
  const reviewIn = reviewRepository(repository, call);
  const { output, exitCode } = reviewIn('markdown');
  await expect(output).toMatchFileSnapshot(`golden/${slugOf(title)}.md`);
  expect(exitCode).toBe(code);
  // As data it fits its schema, says the same, and makes the same comment somewhere else.
  const json = reviewIn('json');
  expect(findMistakes(JSON.parse(json.output))).toEqual([]);
  expect(json.exitCode).toBe(code);
  const data = ACME.filter(({ path }) => path === MATRIX_PATH);
  expect(showReview(json.output, data, 'data')).toEqual({ output, exitCode });
  return output;
}

describe('the comment on a pull request', () => {
  test.each(SCENARIOS)('$title', async (scenario) => {
    await expectComment(scenario.title, { ...makeBranches(scenario), ...scenario.call }, scenario.code);
  });

  test('without data before', async () => {
    repository.commit('bare', { 'README.md': 'Soon.\n' });
    repository.commit('first', START, { from: 'bare' });
    await expectComment('no data before', { base: 'bare', head: 'first' }, 0);
  });

  test('after its base went on, and was merged into it', async () => {
    repository.commit('topic', { [OTHER_FILE]: ADOPTED }, { from: 'main' });
    repository.commit(
      'ahead',
      { [ACME_FILE]: ENVIRONMENT.replace('level', 'homepage: https://acme.example.org\nlevel') },
      { from: 'main' },
    );
    const call = { base: 'ahead', author: '@hubot' };
    const { output } = reviewRepository(repository, { ...call, head: 'topic' })('markdown');
    repository.commit(
      'merged',
      { [ACME_FILE]: ENVIRONMENT.replace('level', 'homepage: https://acme.example.org\nlevel') },
      { from: 'topic', merge: 'ahead' },
    );
    await expectComment('merge commit', { ...call, head: 'merged' }, 0);
    // What the base did meanwhile is no part of the pull request, merged or not.
    const withoutCommits = (text: string): string => text.replace(/[0-9a-f]{10,40}/g, '');
    expect(withoutCommits(reviewRepository(repository, { ...call, head: 'merged' })('markdown').output)).toBe(
      withoutCommits(output),
    );
  });

  test('with 500 changed files', async () => {
    const edit = (text: string): string => text.replace('2026-10-01', '2026-11-01');
    const change = (text: string): string =>
      edit(text)
        .replace(/name: (.*)/, 'name: $1\nhomepage: https://acme.example.org/$1')
        .replace(/(org\/Rack) /, '$1-');
    const branches = makeBranches({ title: '500 changed files', before: many(500), after: many(500, change), code: 0 });
    const output = await expectComment('500 changed files', { ...branches, author: '@stranger' }, 0);
    expect(output.length).toBeLessThanOrEqual(65_536);
    expect(output).toMatch(/^\*\d+ more are left out\.\*$/m);
  });
});
