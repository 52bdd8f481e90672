import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatSarif } from '../../src/diagnostics/format-sarif.ts';
import { readRevisions } from '../../src/io/read-revisions.ts';
import type { Review } from '../../src/model/review.ts';
import { RULES } from '../../src/rules/registry.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, MATRIX_PATH } from '../support/acme-data.ts';
import { type CommitFiles, makeRepository, type TestRepository } from '../support/git-repository.ts';
import { findLive } from '../support/live-markdown.ts';
import { reviewRepository } from '../support/review-repository.ts';

const ACME_FILE = `data/${ENVIRONMENT_PATH}`;
const CLOUD = 'data/environments/cloud';

let repository: TestRepository;
let start = '';

beforeAll(() => {
  repository = makeRepository();
  repository.commit('main', Object.fromEntries(ACME.map(({ path, content }) => [`data/${path}`, content])));
  start = repository.git(['rev-parse', 'main']).trim();
});

afterAll(() => repository.remove());

let count = 0;

/** The review of a pull request that changes files like this, in all forms. */
function attack(files: CommitFiles): {
  readonly review: Review;
  readonly markdown: string;
  readonly text: string;
  readonly code: number;
} {
  const head = `pull-${(count += 1)}`;
  repository.commit(head, files, { from: 'main' });
  return reviewBranch(head);
}

function reviewBranch(head: string): ReturnType<typeof attack> {
  const reviewIn = reviewRepository(repository, { head });
  const { output, exitCode } = reviewIn('json');
  return {
    review: JSON.parse(output) as Review,
    markdown: reviewIn('markdown').output,
    text: reviewIn('text').output,
    code: exitCode,
  };
}

/** What is found, and where, in one line each. */
function found({ problems }: Review): readonly string[] {
  return problems.new.map(({ rule, file }) => `${rule} ${file}`);
}

/** A second valid entry. */
const OTHER = ENVIRONMENT.replace('Acme', 'Other');

describe('a file where none belongs ends in a diagnostic and nothing else', () => {
  const CASES: readonly (readonly [title: string, files: CommitFiles, found: readonly string[]])[] = [
    ['a line feed in its name', { [`${CLOUD}/a\nb.yaml`]: OTHER }, [`file-name ${CLOUD}/a\\u000ab.yaml`]],
    ['a name that looks like an option', { [`${CLOUD}/-rf.yaml`]: OTHER }, [`file-name ${CLOUD}/-rf.yaml`]],
    ['an option as a path', { 'data/--output=x': OTHER }, ['file-name data/--output=x']],
    ['blanks in its name', { [`${CLOUD}/my cloud.yaml`]: OTHER }, [`file-name ${CLOUD}/my cloud.yaml`]],
    ['letters that look like others', { [`${CLOUD}/аcme.yaml`]: OTHER }, [`file-name ${CLOUD}/аcme.yaml`]],
    ['letters in the wrong direction', { [`${CLOUD}/a\u202eb.yaml`]: OTHER }, [`file-name ${CLOUD}/a\\u202eb.yaml`]],
    ['capitals that differ', { [`${CLOUD}/Acme.yaml`]: ENVIRONMENT }, [`file-name ${CLOUD}/Acme.yaml`]],
    [
      'quotes and a command',
      { [`${CLOUD}/"; touch pwned; ".yaml`]: OTHER },
      [`file-name ${CLOUD}/"; touch pwned; ".yaml`],
    ],
    [
      'Markdown',
      { 'data/[x](https:evil.example.org).yaml': OTHER },
      ['file-name data/[x](https:evil.example.org).yaml'],
    ],
    ['a command of workflows', { 'data/::error::x': OTHER }, ['file-name data/::error::x']],
    ['a symbolic link', { [ACME_FILE]: { link: '/etc/passwd' } }, [`symbolic-link ${ACME_FILE}`]],
    ['a symbolic link where nothing belongs', { 'data/x': { link: '../../../etc/passwd' } }, ['symbolic-link data/x']],
    [
      'another repository',
      { [`${CLOUD}/sub.yaml`]: { submodule: '1'.repeat(40) } },
      [`unreadable-file ${CLOUD}/sub.yaml`],
    ],
    ['a folder', { [`${CLOUD}/sub.yaml/x.yaml`]: OTHER }, [`unreadable-file ${CLOUD}/sub.yaml`]],
    [
      '50 megabytes',
      { [`${CLOUD}/large.yaml`]: Buffer.alloc(50 * 1024 * 1024, 'x') },
      [`file-too-large ${CLOUD}/large.yaml`],
    ],
    ['no text', { [`${CLOUD}/bytes.yaml`]: Uint8Array.of(0xff, 0xfe, 0x00) }, [`encoding ${CLOUD}/bytes.yaml`]],
    [
      'a laugh of aliases',
      { [`${CLOUD}/laugh.yaml`]: 'a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n' },
      [`yaml-feature ${CLOUD}/laugh.yaml`],
    ],
    ['depth', { [`${CLOUD}/deep.yaml`]: `name: ${'['.repeat(5000)}` }, [`yaml-depth ${CLOUD}/deep.yaml`]],
  ];

  test.each(CASES)('%s', (_, files, expected) => {
    const { review: built, markdown, text, code } = attack(files);
    expect({ found: found(built), code }).toEqual({ found: expected, code: 1 });
    expect(findLive(markdown)).toEqual([]);
    expect(text).not.toMatch(/^\s*::|[\u001b\u202e]/m);
  });

  test('a folder above', () => {
    // Nothing of git makes such a tree; whoever speaks its protocol can.
    const blob = repository.git(['hash-object', '-w', '--stdin'], OTHER).trim();
    const wrap = (name: string, kind: string, id: string): string =>
      repository.git(['mktree'], `${kind === 'blob' ? '100644' : '040000'} ${kind} ${id}\t${name}\n`).trim();
    const tree = ['x.yaml', '..', 'environments', 'data'].reduce(
      (id, name, index) => wrap(name, index === 0 ? 'blob' : 'tree', id),
      blob,
    );
    const commit = repository
      .git(['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit-tree', tree, '-p', start], 'x')
      .trim();
    const { review: built, code } = reviewBranch(commit);
    expect(code).toBe(1);
    expect(found(built)).toContain('missing-file data/matrix.yaml');
    expect(built.changes).toEqual([]);
  });

  test('the whole data folder as a symbolic link', () => {
    const files = Object.fromEntries(ACME.map(({ path }) => [`data/${path}`, null]));
    const { review: built, code } = attack({ ...files, data: { link: '/etc' } });
    expect({ found: found(built), code }).toEqual({ found: ['missing-file data/matrix.yaml'], code: 1 });
  });

  test('the project file as a symbolic link', () => {
    const { review: built, code } = attack({ [`data/${MATRIX_PATH}`]: { link: '../.git/config' } });
    expect({ found: found(built), code }).toEqual({ found: ['symbolic-link data/matrix.yaml'], code: 1 });
  });
});

describe('what stands in an entry is text, whatever reads it', () => {
  const TEXTS = [
    '</details><script>alert(1)</script>',
    '<!-- interop-matrix-review -->',
    '--> # Heading',
    '[x](https://evil.example.org) ![](https://evil.example.org/x.png)',
    '@octocat @acme/team #1 GH-2 acme/cloud#3 deadbeef1234',
    'https://evil.example.org www.evil.example.org a@evil.example.org',
    '| a | b | ``` ~~~ :tada: $x^2$',
    '::error file=x::y %0A::warning::z ##[error]x',
    '${{ github.token }} $(touch pwned) `touch pwned` ; touch pwned',
    '=HYPERLINK("https://evil.example.org")',
    '- x: *a !!js/function &b {c: d}',
  ];
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  /** Puts texts in the place of others; a dollar sign in them means nothing. */
  const fill = (form: string, texts: Readonly<Record<string, string>>): string =>
    Object.entries(texts).reduce((filled, [place, text]) => filled.replace(place, () => text), form);
  const entry = (text: string): string =>
    fill(OTHER, {
      'Other Cloud': quote(text.slice(0, 80)),
      'level:': `vendor: ${quote(text.slice(0, 80))}\naliases: [${quote(`${text.slice(0, 70)} 2`)}]\nlevel:`,
      'kind: ci': `kind: ci\n    summary: ${quote(text)}`,
      'Tests run.': quote(text),
      'history:': `caveats:\n  - { summary: ${quote(text)}, issue: acme/cloud#1 }\nnotes: ${quote(text)}\nhistory:`,
    });

  test('in a comment and on a terminal', () => {
    const entries = TEXTS.map((text, index) => [`${CLOUD}/cloud-${index}.yaml`, entry(text)] as const);
    const { review: built, markdown, text } = attack(Object.fromEntries(entries));
    expect(built.changes.length).toBe(TEXTS.length);
    expect(findLive(markdown)).toEqual([]);
    expect(markdown.split('<!-- interop-matrix-review -->').length).toBe(2);
    expect(text).not.toMatch(/^\s*(?:::|##\[)/m);
  });

  test('quoted by diagnostics, where it stays one line of an annotation and no link of SARIF', () => {
    const wrong = TEXTS.map((text, index) => ({
      path: `environments/cloud/cloud-${index}.yaml`,
      content: fill(OTHER, { 'level: tested\n': `level: ${quote(text)}\n`, '"@octocat"': quote(text) }),
    }));
    const files = wrong.map(({ path, content }) => [`data/${path}`, content] as const);
    const { review: built, markdown } = attack(Object.fromEntries(files));
    expect(new Set(found(built))).toEqual(
      new Set(files.flatMap(([path]) => [`unknown-level ${path}`, `handle ${path}`])),
    );
    expect(findLive(markdown)).toEqual([]);
    const diagnostics = runRules(parseDataset([...ACME, ...wrong], 'data'), { asOf: AS_OF });
    const lines = diagnostics.flatMap((each) => formatGithub([each]).trimEnd().split('\n'));
    expect(lines.length).toBe(2 * TEXTS.length);
    expect(lines.filter((line) => !line.startsWith('::error file=data/environments/cloud/cloud-'))).toEqual([]);
    expect(formatSarif(diagnostics, Object.values(RULES))).not.toContain('](');
  });
});

describe('a maintainer who is none', () => {
  test.each([
    ['everybody', '@everyone', 'handle'],
    ['a program of GitHub', '@dependabot[bot]', 'handle'],
    ['a command', '@x;touch pwned', 'handle'],
    ['somebody who has not agreed', '@hubot', 'maintainer-consent'],
  ])('%s', (_, handle, rule) => {
    const { review: built, code } = attack({
      [ACME_FILE]: ENVIRONMENT.replace('["@octocat"]', `["@octocat", "${handle}"]`),
    });
    expect({ found: found(built), code }).toEqual({ found: [`${rule} ${ACME_FILE}`], code: 1 });
  });

  test('a bot is pointed out even where it agrees', () => {
    repository.commit('bot', { [ACME_FILE]: ENVIRONMENT.replace('@octocat', '@acme-bot') }, { from: 'main' });
    const { output } = reviewRepository(repository, { head: 'bot', author: '@acme-bot' })('json');
    expect(found(JSON.parse(output) as Review)).toEqual([`bot-maintainer ${ACME_FILE}`]);
  });
});

test('nothing that a pull request brings is run', () => {
  const canary = join(repository.folder, 'canary');
  const touch = `touch ${canary}`;
  const head = 'attributes';
  const attributes = '* filter=evil diff=evil text eol=crlf\n';
  const files = { 'data/.gitattributes': attributes, '.gitattributes': attributes };
  repository.commit(
    head,
    { ...files, [ACME_FILE]: ENVIRONMENT.replace('tests/acme', 'tests/other') },
    { from: 'main' },
  );
  const settings = [
    'filter.evil.smudge',
    'filter.evil.clean',
    'diff.evil.textconv',
    'diff.evil.command',
    'diff.external',
    'core.fsmonitor',
    'core.pager',
  ];
  for (const key of settings) repository.git(['config', key, `${touch} #`]);
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc'])
    writeFileSync(join(repository.folder, '.git/hooks', hook), `#!/bin/sh\n${touch}\n`, { mode: 0o755 });
  // The trap works: an ordinary look at the same difference springs it.
  repository.git(['diff', 'main', head]);
  expect(existsSync(canary)).toBe(true);
  rmSync(canary);
  const { review: built } = reviewBranch(head);
  expect(built.changes.map(({ kind }) => kind)).toEqual(['evidence-added', 'evidence-removed']);
  expect(existsSync(canary)).toBe(false);
});

test.each(['-p', '--upload-pack=touch', 'main\nx', 'ma in', '', 'main:data', 'nowhere'])(
  'the revision “%s” is refused',
  (revision) => {
    expect(() => readRevisions(join(repository.folder, 'data'), revision, 'main')).toThrow(
      expect.objectContaining({ name: 'GitError' }) as Error,
    );
    expect(() => readRevisions(join(repository.folder, 'data'), 'main', revision)).toThrow(
      expect.objectContaining({ name: 'GitError' }) as Error,
    );
  },
);
