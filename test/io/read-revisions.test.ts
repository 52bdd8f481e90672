import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../src/io/read-data.ts';
import { readRevisions, type Revisions } from '../../src/io/read-revisions.ts';
import { makeRepository, type TestRepository } from '../support/git-repository.ts';

let repository: TestRepository;
const folders: string[] = [];

beforeAll(() => {
  repository = makeRepository();
  repository.commit('main', { 'data/matrix.yaml': 'name: x\n', 'data/a.yaml': 'a\n', 'README.md': 'x\n' });
});

afterAll(() => {
  repository.remove();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A clone with the options given, in a folder of its own. */
function clone(...options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  folders.push(folder);
  repository.git(['clone', '--quiet', ...options, `file://${repository.folder}`, folder]);
  return folder;
}

const read = (folder: string, base: string, head: string): Revisions => readRevisions(join(folder, 'data'), base, head);
const commitOf = (revision: string): string => repository.git(['rev-parse', revision]).trim();
const failure = (words: string): Error =>
  expect.objectContaining({ name: 'GitError', message: expect.stringContaining(words) as string }) as Error;

test('what differs is told by its place, and equal content is one string', () => {
  repository.commit(
    'place',
    { 'data/a.yaml': 'b\n', 'data/.hidden': 'x\n', 'README.md': 'y\n', database: 'x\n' },
    { from: 'main' },
  );
  const { base, head, touched, outside, root } = read(repository.folder, 'main', 'place');
  expect({ root, touched, outside }).toEqual({
    root: 'data',
    touched: ['a.yaml'],
    outside: ['README.md', 'data/.hidden', 'database'],
  });
  expect(base.commit).toBe(commitOf('main'));
  expect(head.files).toEqual([
    { path: 'a.yaml', content: 'b\n' },
    { path: 'matrix.yaml', content: 'name: x\n' },
  ]);
  expect(base.files[1]?.content).toBe(head.files[1]?.content);
});

test('a mode that differs is a difference', () => {
  repository.git(['checkout', '--quiet', '-B', 'mode', 'main']);
  repository.git(['update-index', '--chmod=+x', 'data/a.yaml']);
  repository.git(['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '-m', 'x']);
  expect(read(repository.folder, 'main', 'mode').touched).toEqual(['a.yaml']);
});

test('the data folder may be the whole repository, deep in it, or not there', () => {
  repository.commit('deep', { 'a/b/matrix.yaml': 'name: y\n' }, { from: 'main' });
  const whole = readRevisions(repository.folder, 'main', 'deep');
  expect({ root: whole.root, touched: whole.touched, outside: whole.outside }).toEqual({
    root: '.',
    touched: ['a/b/matrix.yaml'],
    outside: [],
  });
  const deep = readRevisions(join(repository.folder, 'a/b'), 'main', 'deep');
  expect({ root: deep.root, base: deep.base.files, touched: deep.touched }).toEqual({
    root: 'a/b',
    base: [],
    touched: ['matrix.yaml'],
  });
  expect(readRevisions(join(repository.folder, 'none'), 'main', 'deep').head.files).toEqual([]);
});

test('a revision reads like the same folder on a disk', () => {
  repository.commit(
    'odd',
    {
      'data/environments/cloud/x.yaml': 'name: é\n',
      'data/environments/cloud/bytes.yaml': Uint8Array.of(0xff, 0x41),
      'data/environments/cloud/real.yaml': 'a: \ufffd\n',
      'data/environments/cloud/mark.yaml': '\ufeffname: x\n',
      'data/environments/cloud/folder.yaml/x.yaml': 'x\n',
      'data/folder.yaml/folder.yaml': 'x\n',
      'data/linked.yaml/x': { link: 'y' },
      'data/environments/cloud/large.yaml': 'x'.repeat(70_000),
      'data/environments/cloud/link.yaml': { link: 'x.yaml' },
      'data/environments/.hidden/x.yaml': 'x\n',
      'data/1/2/3/4/5': 'x\n',
      'data/1/2/3/4/six/seven': 'x\n',
      'data/generated/github.json': `"${'x'.repeat(70_000)}"`,
      'data/a b\n"c".yaml': 'x\n',
    },
    { from: 'main' },
  );
  repository.git(['checkout', '--quiet', '--force', '--detach', 'odd']);
  const { head } = read(repository.folder, 'main', 'odd');
  const disk = readData(join(repository.folder, 'data'));
  const sorted = disk.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // One gives a buffer and the other its bytes.
  const plain = (files: Revisions['head']['files']) =>
    files.map(({ path, content }) => ({ path, content: content instanceof Uint8Array ? [...content] : content }));
  expect(plain(head.files)).toEqual(plain(sorted));
  expect(head.files.length).toBeGreaterThan(10);
});

describe('in a clone that does not have everything', () => {
  beforeAll(() => {
    repository.commit('old', { 'data/a.yaml': '1\n' }, { from: 'main' });
    repository.commit('ours', { 'data/b.yaml': '2\n' }, { from: 'old' });
    repository.commit('theirs', { 'data/c.yaml': '3\n' }, { from: 'old' });
    repository.commit('result', { 'data/c.yaml': '3\n' }, { from: 'ours', merge: 'theirs' });
  });

  test('the merge result and its first parent are enough', () => {
    const { base, touched } = read(clone('--depth', '2', '--branch', 'result'), 'HEAD^1', 'HEAD');
    expect({ base: base.commit, touched }).toEqual({ base: commitOf('ours'), touched: ['c.yaml'] });
  });

  test('a base that was not fetched is named, with what to do', () => {
    const folder = clone('--depth', '1', '--branch', 'result');
    expect(() => read(folder, 'origin/ours', 'HEAD')).toThrow(failure('fetch-depth: 0'));
    expect(() => read(folder, 'HEAD^1', 'HEAD')).toThrow(failure('“HEAD^1”'));
  });

  test('histories that end before they meet are no answer', () => {
    expect(() => read(clone('--depth', '1', '--no-single-branch'), 'origin/ours', 'origin/theirs')).toThrow(
      failure('--unshallow'),
    );
  });

  test('nor is a common commit that may not be the nearest', () => {
    const at = { from: 'main' };
    repository.commit('near', { 'data/n.yaml': '1\n' }, at);
    repository.commit('cut', { 'data/o.yaml': '1\n' }, { from: 'near' });
    repository.commit('side', { 'data/p.yaml': '1\n' }, at);
    repository.commit('one', {}, { from: 'side', merge: 'cut' });
    repository.commit('beside', { 'data/q.yaml': '1\n' }, at);
    repository.commit('two', {}, { from: 'beside', merge: 'near' });
    const folder = clone('--no-single-branch');
    expect(read(folder, 'origin/one', 'origin/two').base.commit).toBe(commitOf('near'));
    writeFileSync(join(folder, '.git/shallow'), `${commitOf('cut')}\n`);
    expect(() => read(folder, 'origin/one', 'origin/two')).toThrow(failure('--unshallow'));
  });

  test('content that is missing is not fetched', () => {
    repository.git(['config', 'uploadpack.allowFilter', 'true']);
    const folder = clone('--filter=blob:none', '--no-checkout');
    expect(() => read(folder, 'origin/old', 'origin/ours')).toThrow(failure(''));
  });
});

test('branches that have nothing in common cannot be compared', () => {
  repository.commit('orphan', { 'data/matrix.yaml': 'name: z\n' });
  expect(() => read(repository.folder, 'main', 'orphan')).toThrow(failure('no commit in common'));
});

test('outside of a repository git says so', () => {
  expect(() => read(tmpdir(), 'main', 'main')).toThrow(failure('not a git repository'));
});
