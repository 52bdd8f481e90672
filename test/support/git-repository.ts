import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a commit puts at a path; `null` takes away what is there. */
type Content = string | Uint8Array | { readonly link: string } | { readonly submodule: string } | null;

/** The files that a commit changes, by path. */
export type CommitFiles = Readonly<Record<string, Content>>;

interface CommitOptions {
  /** What it is made on; the branch itself where left out. */
  readonly from?: string;
  /** What it merges. */
  readonly merge?: string;
}

/** A repository for tests, the same whenever and wherever it is made. */
export interface TestRepository {
  readonly folder: string;
  /** Makes a commit on a branch. */
  readonly commit: (branch: string, files: CommitFiles, options?: CommitOptions) => void;
  /** Runs git in it, and gives what it printed. */
  readonly git: (words: readonly string[], input?: string | Buffer) => string;
  readonly remove: () => void;
}

/** Nothing of the machine’s own configuration counts. */
const ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_COUNT: '0' };

/** Makes an empty repository in a temporary folder. All commits are by one author and of one moment. */
export function makeRepository(): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  const git = (words: readonly string[], input: string | Buffer = ''): string =>
    execFileSync('git', words, { cwd: folder, env: ENVIRONMENT, input, stdio: 'pipe', maxBuffer: 2 ** 28 }).toString();
  git(['init', '--quiet', '--initial-branch=main']);
  const commit = (branch: string, files: CommitFiles, { from, merge }: CommitOptions = {}): void => {
    const person = 'Octo Cat <octocat@example.org> 1767225600 +0000';
    const parts: (string | Uint8Array)[] = [
      `commit refs/heads/${branch}\nauthor ${person}\ncommitter ${person}\ndata 6\nchange\n`,
      from === undefined ? '' : `from ${from}^0\n`,
      merge === undefined ? '' : `merge ${merge}^0\n`,
      ...Object.entries(files).flatMap(([path, content]) => fileCommands(path, content)),
    ];
    git(
      ['fast-import', '--quiet', '--force', '--date-format=raw'],
      Buffer.concat(parts.map((part) => Buffer.from(part))),
    );
  };
  return { folder, commit, git, remove: () => rmSync(folder, { recursive: true }) };
}

function fileCommands(path: string, content: Content): readonly (string | Uint8Array)[] {
  const name = JSON.stringify(path);
  if (content === null) return [`D ${name}\n`];
  if (typeof content === 'object' && 'submodule' in content) return [`M 160000 ${content.submodule} ${name}\n`];
  const isLink = typeof content === 'object' && 'link' in content;
  const bytes = Buffer.from(isLink ? content.link : content);
  return [`M ${isLink ? '120000' : '100644'} inline ${name}\ndata ${bytes.length}\n`, bytes, '\n'];
}
