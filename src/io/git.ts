import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Git cannot give what was asked for; the message says what is missing and what to do. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** One file of a tree; the path is from the top of the repository, with forward slashes. */
export interface TreeFile {
  readonly path: string;
  /** As git writes it: `100644` a file, `120000` a symbolic link, `160000` a commit of another repository. */
  readonly mode: string;
  /** The name of its content: equal content has equal names. */
  readonly oid: string;
}

/**
 * Questions about objects only: no hook, filter, text conversion or other program of the repository runs, nothing is
 * fetched, and a path is a path, whatever characters it has.
 */
const FLAGS = [
  '--no-pager',
  '--no-replace-objects',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'protocol.allow=never'].flatMap((each) => ['-c', each]),
];

/** Why a revision is refused before git sees it: it would be an option, or hides something. */
const REFUSED = /^-|[\p{Cc}\p{Cf}\s]|^$/u;

/** The commits that revisions name. Throws a GitError where one names none. */
export function resolveCommits(folder: string, revisions: readonly string[]): readonly string[] {
  const strange = revisions.find((revision) => REFUSED.test(revision));
  if (strange !== undefined) throw new GitError(`“${strange}” is not the name of a revision.`);
  const lines = read(
    folder,
    ['cat-file', '--batch-check'],
    revisions.map((revision) => `${revision}^{commit}`),
  )
    .toString()
    .split('\n');
  return revisions.map((revision, index) => {
    const [oid = '', type] = lines[index]!.split(' ');
    if (type === 'commit') return oid;
    throw new GitError(`There is no commit “${revision}” in this clone: fetch it first.${shallowAdvice(folder)}`);
  });
}

/** Whether a folder has changes, or files, that are in no commit. Throws a GitError outside of a repository. */
export function hasUncommitted(folder: string): boolean {
  return read(folder, ['status', '--porcelain', '--', '.']).length > 0;
}

/** Where a folder is in its repository: `data`, or an empty text for the top. Throws a GitError outside of one. */
export function pathInRepository(folder: string): string {
  return read(folder, ['rev-parse', '--show-prefix'])
    .toString()
    .replace(/\/?\n$/, '');
}

/**
 * The commit from which two others went apart, as a pull request is compared on GitHub. Throws a GitError where they
 * share none, or where the clone is too shallow to tell.
 */
export function findMergeBase(folder: string, base: string, head: string): string {
  const { status, stdout } = ask(folder, ['merge-base', base, head]);
  const [found] = stdout.toString().split('\n');
  if (status !== 0 || found === undefined || found === '')
    throw new GitError(`${base} and ${head} have no commit in common.${shallowAdvice(folder)}`);
  if (found !== base && found !== head && isCut(folder, [base, head], found))
    throw new GitError(`The history between ${base} and ${head} is not all in this clone.${shallowAdvice(folder)}`);
  return found;
}

/** Whether the history above a commit ends early somewhere, so that a nearer common commit may be out of sight. */
function isCut(folder: string, tips: readonly string[], found: string): boolean {
  const file = resolve(folder, read(folder, ['rev-parse', '--git-path', 'shallow']).toString().trimEnd());
  if (!existsSync(file)) return false;
  const ends = new Set(readFileSync(file, 'utf8').split('\n'));
  const above = read(folder, ['rev-list', ...tips, `^${found}`])
    .toString()
    .split('\n');
  return above.some((commit) => commit !== '' && ends.has(commit));
}

/** Every file at or below a path of a commit; the whole tree where the path is empty. */
export function listFiles(folder: string, commit: string, path: string): readonly TreeFile[] {
  return records(
    read(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(path === '' ? [] : ['--', path])]),
  ).map((record) => {
    const [meta, name] = splitAt(record, '\t');
    const [mode = '', , oid = ''] = meta.split(' ');
    return { path: name, mode, oid };
  });
}

/** The paths in which two commits differ: content, mode or presence. */
export function listChangedPaths(folder: string, from: string, to: string): readonly string[] {
  return records(
    read(folder, ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--ignore-submodules=none', from, to]),
  );
}

/** The sizes of contents in bytes, by name. Throws a GitError where one is not in the clone. */
export function readSizes(folder: string, oids: readonly string[]): ReadonlyMap<string, number> {
  const lines = read(folder, ['cat-file', '--batch-check', '--buffer'], oids).toString().trimEnd().split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const [oid = '', type, size] = line.split(' ');
        if (type === 'missing') throw new GitError(`The content ${oid} is not in this clone: clone without a filter.`);
        return [oid, Number(size)];
      }),
  );
}

/** The contents with the names given, which must be in the clone. */
export function readContents(folder: string, oids: readonly string[]): ReadonlyMap<string, Buffer> {
  const output = read(folder, ['cat-file', '--batch', '--buffer'], oids);
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [oid = '', , size] = output.toString('latin1', at, end).split(' ');
    const start = end + 1;
    at = start + Number(size) + 1;
    contents.set(oid, output.subarray(start, at - 1));
  }
  return contents;
}

/** What git printed. Throws a GitError with its own words where it failed. */
function read(folder: string, words: readonly string[], input: readonly string[] = []): Buffer {
  const { status, stdout, stderr } = ask(folder, words, input);
  if (status !== 0) throw new GitError(`git ${words[0]!} failed: ${stderr.toString().trim()}`);
  return stdout;
}

interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

function ask(folder: string, words: readonly string[], input: readonly string[] = []): Answer {
  const { error, ...answer } = spawnSync('git', [...FLAGS, ...words], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
    input: input.map((line) => `${line}\n`).join(''),
    maxBuffer: Infinity,
  });
  if (error === undefined) return answer;
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  throw new GitError(isMissing ? `Git cannot be started in ${folder}: is it installed?` : error.message);
}

function shallowAdvice(folder: string): string {
  return read(folder, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true'
    ? ' The clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0`.'
    : '';
}

function records(output: Buffer): readonly string[] {
  return output.toString().split('\0').slice(0, -1);
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
