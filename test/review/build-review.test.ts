import { describe, expect, test } from 'vitest';
import { review } from '../../src/commands/review.ts';
import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import type { Review } from '../../src/model/review.ts';
import { MOST_READ } from '../../src/review/parse-revisions.ts';
import { channelRelease } from '../../src/rules/channel-release.ts';
import { evidenceGone } from '../../src/rules/evidence-gone.ts';
import {
  ACME,
  AS_OF,
  ENVIRONMENT,
  ENVIRONMENT_PATH,
  placeExample,
  PROVIDER,
  PROVIDER_PATH,
  WATCH_PATH,
} from '../support/acme-data.ts';

type Files = Readonly<Record<string, string>>;

const filesOf = (list: readonly DataFile[]): Files =>
  Object.fromEntries(list.flatMap(({ path, content }) => (typeof content === 'string' ? [[path, content]] : [])));

/** Reviews two data folders as if they were two revisions. */
function reviewFiles(base: Files, head: Files, author = '@octocat'): Review {
  const toList = (files: Files): readonly DataFile[] =>
    Object.entries(files).map(([path, content]) => ({ path, content }));
  const touched = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter(
    (path) => base[path] !== head[path],
  );
  const pair = {
    root: 'data',
    base: { commit: 'a'.repeat(40), files: toList(base) },
    head: { commit: 'b'.repeat(40), files: toList(head) },
    touched,
    outside: [],
  };
  return JSON.parse(review(pair, { author, agreed: new Set(), format: 'json', asOf: AS_OF }).output) as Review;
}

const rulesOf = (problems: Review['problems']['new']): readonly string[] =>
  problems.map(({ severity, rule, file }) => `${severity} ${rule} ${file.replace('data/', '')}`);

describe('drift', () => {
  const before = filesOf(placeExample(evidenceGone.wrong).files);
  const touch = (path: string, files: Files): Files => ({ ...files, [path]: `# Touched.\n${files[path]!}` });

  test('is an error in an entry that the pull request touches, although it was there before', () => {
    const { problems, passes } = reviewFiles(before, touch(ENVIRONMENT_PATH, before));
    expect({ new: rulesOf(problems.new), passes }).toEqual({
      new: [`error evidence-gone ${ENVIRONMENT_PATH}`],
      passes: false,
    });
    expect(problems.before).toEqual([]);
  });

  test('stays a warning, from before, in one that it does not touch', () => {
    const { problems, passes } = reviewFiles(before, touch(PROVIDER_PATH, before));
    expect({ new: problems.new, passes }).toEqual({ new: [], passes: true });
    expect(rulesOf(problems.before)).toEqual([`warning evidence-gone ${ENVIRONMENT_PATH}`]);
  });

  test('stays a warning in a project file that it touches: who adds a word there answers for no release', () => {
    const files = filesOf(placeExample(channelRelease.wrong).files);
    const { problems, passes } = reviewFiles(files, touch('matrix.yaml', files));
    expect({ new: problems.new, passes }).toEqual({ new: [], passes: true });
    expect(rulesOf(problems.before)).toEqual(['warning channel-release matrix.yaml']);
  });

  test('that sync found is a new warning, and changes the row of an entry that nobody touched', () => {
    const { [SNAPSHOT_PATH]: snapshot, ...without } = before;
    const { problems, passes, tables, consequences } = reviewFiles(
      without,
      { ...without, [SNAPSHOT_PATH]: snapshot! },
      '@github-actions[bot]',
    );
    expect({ new: rulesOf(problems.new), passes }).toEqual({
      new: [`warning evidence-gone ${ENVIRONMENT_PATH}`],
      passes: true,
    });
    expect(tables.flatMap(({ rows }) => rows.map(({ subject }) => subject.id))).toEqual(['acme']);
    expect(consequences.join(' ')).toContain('1 row of entries that it does not touch changes as well.');
  });
});

describe('of a large folder only what concerns the change is read', () => {
  const rack = (index: number, name = `Rack ${index}`): string =>
    ENVIRONMENT.replace('Acme Cloud', name).replace('@octocat', '@hubot');
  const path = (index: number): string => `environments/metal/rack-${index}.yaml`;
  const base: Files = {
    ...filesOf(ACME),
    ...Object.fromEntries(Array.from({ length: MOST_READ }, (_, index) => [path(index), rack(index)])),
    [PROVIDER_PATH]: `${PROVIDER}environments: [rack-7]\n`,
    'providers/capy.yaml': PROVIDER.replace('Acme', 'Able').replace('CAPX', 'CAPY') + 'environments: [rack-8]\n',
    [path(500)]: 'name: [',
    [WATCH_PATH]: 'listings: []\n',
  };
  const ids = (review: Review): readonly (string | undefined)[] =>
    review.changes.map(({ kind, subject }) => `${kind} ${subject.id ?? ''}`);

  test('and the review says how much was not', () => {
    const review = reviewFiles(base, { ...base, [path(1)]: rack(1).replace('tests/acme', 'tests/rack') });
    expect(ids(review)).toEqual(['evidence-added rack-1', 'evidence-removed rack-1']);
    expect(review.problems).toEqual({ new: [], before: [] });
    // The file itself, the project and the first maintainer’s entry were.
    expect(review.remarks).toEqual([
      expect.stringMatching(new RegExp(`^${Object.keys(base).length - 3} files .* not judged`)),
    ]);
  });

  test('a name that another entry has is found', () => {
    const { problems } = reviewFiles(base, { ...base, [path(1)]: rack(1, 'rack 2') });
    expect(rulesOf(problems.new)).toEqual([`error duplicate-name ${path(2)}`]);
  });

  test('an entry that a provider serves cannot get another id unnoticed', () => {
    const { [path(7)]: moved, ...rest } = base;
    const { problems } = reviewFiles(base, { ...rest, 'environments/metal/other.yaml': moved! });
    expect(rulesOf(problems.new)).toEqual([
      'error changed-id environments/metal/other.yaml',
      `error dangling-reference ${PROVIDER_PATH}`,
    ]);
  });

  test('somebody who maintains another entry is known', () => {
    const edit = (files: Files, index: number): Files => ({
      ...files,
      [path(index)]: rack(index).replace('tests/acme', 'tests/rack'),
    });
    const head = [1, 2, 3, 4].reduce(edit, base);
    expect(rulesOf(reviewFiles(base, head, '@octocat').problems.new)).toEqual([]);
    expect(rulesOf(reviewFiles(base, head, '@stranger').problems.new)).toEqual([`warning many-entries ${path(1)}`]);
  });

  test('everything is read where the project changes', () => {
    const review = reviewFiles(base, { ...base, 'matrix.yaml': base['matrix.yaml']!.replace('Bare metal', 'Metal') });
    expect(review.remarks).toEqual([]);
    expect(rulesOf(review.problems.before)).toContain(`error yaml-syntax ${path(500)}`);
  });
});

test('the same input gives the same bytes', () => {
  const base = filesOf(ACME);
  const head = { ...base, [ENVIRONMENT_PATH]: ENVIRONMENT.replace('@octocat', '@hubot') };
  expect(JSON.stringify(reviewFiles(base, head))).toBe(JSON.stringify(reviewFiles(base, head)));
});

test('links lead where the base says, whatever the pull request says', () => {
  const base = filesOf(ACME);
  const matrix = base['matrix.yaml']!;
  const head = {
    ...base,
    'matrix.yaml': matrix
      .replace('site: https://acme', 'site: https://evil')
      .replace('repository: acme/matrix', 'repository: evil/matrix'),
    [ENVIRONMENT_PATH]: ENVIRONMENT.replace('level: tested', 'level: teste'),
  };
  const toList = (files: Files): readonly DataFile[] =>
    Object.entries(files).map(([path, content]) => ({ path, content }));
  const pair = {
    root: 'data',
    base: { commit: 'a'.repeat(40), files: toList(base) },
    head: { commit: 'b'.repeat(40), files: toList(head) },
    touched: ['matrix.yaml', ENVIRONMENT_PATH],
    outside: [],
  };
  const { output } = review(pair, { author: '@octocat', agreed: new Set(), format: 'markdown', asOf: AS_OF });
  const links = [...output.matchAll(/\]\((.*?)\)/g)].map(([, url]) => url);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((url) => url?.includes('evil'))).toEqual([]);
});
