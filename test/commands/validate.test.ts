import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../src/diagnostics/rule-id.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, MATRIX_PATH } from '../support/acme-data.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SETUP = new URL('../../scripts/support/setup.mjs', import.meta.url).href;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'));
  for (const { path, content } of ACME) write(path, content);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file of the data folder. */
function write(path: string, text: string): void {
  const full = join(folder, 'data', path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly message: string;
}

/** Runs the command as a process in the temporary folder, or in another one. */
function validate(options: readonly string[], { cwd = folder, data }: { cwd?: string; data?: string } = {}): Outcome {
  const env = { ...process.env, MATRIX_DATA: data };
  // As the package runs it: the cache of compiled code halves the time of each run.
  const call = ['--import', SETUP, join(PROJECT, 'scripts/validate.ts'), ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd, env, encoding: 'utf8' });
  return { code: status, output: stdout, message: stderr };
}

const JUDGED = ['--as-of', AS_OF];

describe('exit code', () => {
  test('0 where nothing was found; the output is empty, the count is on stderr', () => {
    expect(validate(JUDGED)).toEqual({ code: 0, output: '', message: 'no findings in 3 files\n' });
  });

  test('0 where nothing but warnings and notes were found', () => {
    const { code, output, message } = validate(['--as-of', '2027-11-22']);
    expect({ code, message }).toEqual({ code: 0, message: '1 warning in 3 files\n' });
    expect(output).toMatch(/^data\/environments\/cloud\/acme\.yaml:9:17 warning .* evidence-age\n/);
  });

  test('1 where there is an error; the findings are on stdout, the count is on stderr', () => {
    write(ENVIRONMENT_PATH, ENVIRONMENT.replace('level: tested\n', 'level: teste\n'));
    const { code, output, message } = validate(JUDGED);
    expect({ code, message }).toEqual({ code: 1, message: '1 error in 3 files\n' });
    expect(output).toMatch(
      /^data\/environments\/cloud\/acme\.yaml:2:8 error .* unknown-level\n {2}2 \| level: teste\n/,
    );
    expect(output).not.toContain('\u001b');
  });

  test('1 where there is no project file', () => {
    rmSync(join(folder, 'data', MATRIX_PATH));
    expect(validate(JUDGED)).toMatchObject({ code: 1, output: expect.stringContaining('missing-file') as string });
  });

  test.each([
    ['an unknown option', ['--verbose'], '--verbose'],
    ['an argument', ['data'], "'data'"],
    ['an option without its value', ['--data'], '--data'],
    ['an empty folder name', ['--data', ''], '--data'],
    ['a folder that is not there', ['--data', 'nowhere'], 'nowhere'],
    ['a file where a folder belongs', ['--data', `data/${MATRIX_PATH}`], 'ENOTDIR'],
    ['an unknown form', ['--format', 'xml'], 'sarif'],
    ['a form of another kind', ['--format', 'constructor'], 'sarif'],
    ['a day that is none', ['--as-of', '2026-02-30'], 'YYYY-MM-DD'],
    ['a day in other words', ['--as-of', 'yesterday'], 'YYYY-MM-DD'],
  ])('2 for %s, with the reason on stderr', (_, options, reason) => {
    const { code, output, message } = validate(options);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(message).toContain(reason);
    // A mistake in the call is no bug of the program, so no place in the program is shown.
    expect(message).not.toMatch(/^ +at /m);
  });

  test('2 for a bug, which shows its place', () => {
    const run = new URL('../../scripts/support/run.ts', import.meta.url).href;
    const program = `import { run } from '${run}'; await run({ help: '', options: [] }, () => { throw new Error('bug'); });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Error: bug\n +at /);
  });
});

test('--help names every option and the exit codes, and runs nothing', () => {
  const { code, output, message } = validate(['--help', '--data', 'nowhere']);
  expect({ code, message }).toEqual({ code: 0, message: '' });
  for (const word of ['--data', '--format', '--as-of', 'text, json, github, sarif', 'MATRIX_DATA', 'Exit code'])
    expect(output).toContain(word);
  expect(validate(['-h']).output).toBe(output);
});

describe('the data folder', () => {
  beforeEach(() => write('providers/capx.yaml', ''));

  test.each([
    ['is `data`', [], undefined],
    ['is that of the call', ['--data', './data/'], undefined],
    ['is that of the environment', [], 'data'],
    ['is that of the call before that of the environment', ['--data', 'data'], 'nowhere'],
    ['is `data` where the environment has an empty name', [], ''],
  ])('%s', (_, options, data) => {
    expect(validate([...options, ...JUDGED], { data })).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^data\/providers\/capx\.yaml:1:1 error /) as string,
    });
  });

  test('may be the working directory, or outside of it', () => {
    expect(validate(['--data', '.', ...JUDGED], { cwd: join(folder, 'data') }).output).toMatch(/^\.\/providers\/capx/);
    expect(
      validate(['--data', join(folder, 'data'), ...JUDGED], { cwd: join(folder, 'data/providers') }).output,
    ).toMatch(/^\.\.\/providers\/capx/);
  });

  test('is judged with what only a disk has', () => {
    symlinkSync('/etc/passwd', join(folder, 'data/providers/capy.yaml'));
    mkdirSync(join(folder, 'data/providers/capz.yaml'));
    const { counts } = JSON.parse(validate(['--format', 'json', ...JUDGED]).output) as { counts: { error: number } };
    expect(counts.error).toBe(3);
  });
});

describe('forms', () => {
  beforeEach(() => write(ENVIRONMENT_PATH, ENVIRONMENT.replace('level: tested\n', 'level: teste\n')));

  test('text is the default', () => {
    expect(validate(['--format', 'text', ...JUDGED])).toEqual(validate(JUDGED));
  });

  test('json', () => {
    const { code, output } = validate(['--format', 'json', ...JUDGED]);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      counts: { error: 1, warning: 0, note: 0 },
      diagnostics: [{ ruleId: 'unknown-level', place: { start: { line: 2, column: 8 } } }],
    });
  });

  test('github', () => {
    expect(validate(['--format', 'github', ...JUDGED])).toMatchObject({
      code: 1,
      output: expect.stringMatching(
        /^::error file=data\/environments\/cloud\/acme\.yaml,line=2,endLine=2,col=8,endColumn=13,title=unknown-level::.*\n$/,
      ) as string,
    });
  });

  test('sarif names every rule with its page', () => {
    const { code, output } = validate(['--format', 'sarif', ...JUDGED]);
    expect(code).toBe(1);
    const document = JSON.parse(output) as {
      runs: [{ tool: { driver: { rules: { id: string; helpUri: string }[] } } }];
    };
    expect(document.runs[0].tool.driver.rules.map(({ id, helpUri }) => ({ id, helpUri }))).toEqual(
      RULE_IDS.map((id) => ({ id, helpUri: `https://acme.example.org/matrix/rules/${id}/` })),
    );
    expect(document.runs).toMatchObject([{ results: [{ ruleId: 'unknown-level' }] }]);
  });
});

test('the data of this repository has no error', () => {
  const { code, output } = validate(['--format', 'json'], { cwd: PROJECT });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { severity: string; file: string; reason: string }[] };
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(code).toBe(0);
});
