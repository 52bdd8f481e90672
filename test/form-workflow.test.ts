import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';

const WORKFLOW = parse(readFileSync(new URL('../.github/workflows/form.yml', import.meta.url), 'utf8')) as {
  readonly jobs: { readonly propose: { readonly steps: readonly { readonly run?: string }[] } };
};

/** What the job with rights runs. */
const SCRIPT = WORKFLOW.jobs.propose.steps.find(({ run }) => run !== undefined)!.run!;

/** Takes down how it was called, and knows of no pull request yet. */
const GH = `#!/bin/sh
printf '%s\\n' "$*" >>"$CALLS"
`;

let folder = '';
const at = (path: string): string => join(folder, path);
const git = (...words: readonly string[]): string =>
  execFileSync('git', words, { cwd: at('work'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'propose-'));
  execFileSync('git', ['init', '--quiet', '--bare', at('origin')]);
  execFileSync('git', ['clone', '--quiet', at('origin'), at('work')], { stdio: 'ignore' });
  git(
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    'First',
  );
  write('bin/gh', GH);
  chmodSync(at('bin/gh'), 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

const CHANGE = {
  outcome: 'change',
  branch: 'form/12-acme',
  path: 'data/environments/cloud/acme.yaml',
  'entry.yaml': 'name: $(touch owned) \`touch owned\` ${{ x }}\n',
  title: 'Add acme',
  message: 'Add acme\n\nFrom the form in #12.\n',
  body: 'Closes #12.\n',
};

/** Runs the script over the pieces of a form, as the runner does; what \`gh\` was called with, and whether it went well. */
function propose(pieces: Readonly<Record<string, string>>): {
  readonly calls: readonly string[];
  readonly isDone: boolean;
} {
  for (const [path, text] of Object.entries(pieces)) write(`form/${path}`, text);
  const { status } = spawnSync('bash', ['-e', '-c', SCRIPT], {
    env: {
      PATH: `${at('bin')}:${process.env.PATH!}`,
      HOME: folder,
      CALLS: at('calls'),
      GITHUB_WORKSPACE: at('work'),
      RUNNER_TEMP: folder,
      ISSUE: '12',
      BASE: 'main',
    },
  });
  return {
    calls: existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [],
    isDone: status === 0,
  };
}

test('one file is proposed on a branch of its own, its text untouched', () => {
  const { calls, isDone } = propose(CHANGE);
  expect(isDone).toBe(true);
  expect(calls.map((call) => call.split(' --')[0])).toEqual(['pr list', 'pr create', 'issue comment 12']);
  expect(calls[1]).toMatch(/--head form\/12-acme --base main --title Add acme --body-file \S+\/form\/body$/);
  expect(git('diff', '--name-only', 'HEAD~', 'origin/form/12-acme')).toBe(`${CHANGE.path}\n`);
  expect(git('show', `origin/form/12-acme:${CHANGE.path}`)).toBe(CHANGE['entry.yaml']);
  expect(existsSync(at('work/owned'))).toBe(false);
});

test('what changes nothing proposes nothing; a refusal is a comment', () => {
  expect(propose({ outcome: 'none' })).toEqual({ calls: [], isDone: true });
  const { calls, isDone } = propose({ outcome: 'refused', comment: 'No.' });
  expect(isDone).toBe(true);
  expect(calls).toEqual([
    expect.stringMatching(/^issue comment 12 --edit-last --create-if-none --body-file \S+\/comment$/),
  ]);
});

test.each([
  ['a branch of another name', { branch: 'main' }],
  ['the branch of another issue', { branch: 'form/1-acme' }],
  ['a branch with an option in it', { branch: 'form/12-acme --force' }],
  ['a branch with a line break', { branch: 'form/12-acme\nmain' }],
  ['a workflow', { path: '.github/workflows/a.yml' }],
  ['a path that leads out', { path: 'data/environments/../../x.yaml' }],
  ['the project file', { path: 'data/matrix.yaml' }],
  ['a path with a line break', { path: 'data/providers/a.yaml\n.github/workflows/a.yml' }],
  ['a title of other words', { title: 'Add @everyone' }],
  ['a file that is too large', { 'entry.yaml': 'x'.repeat(65_537) }],
])('%s is not taken', (_, piece) => {
  expect(propose({ ...CHANGE, ...piece })).toEqual({ calls: [], isDone: false });
  expect(git('ls-remote', '--heads', 'origin')).toBe('');
});
