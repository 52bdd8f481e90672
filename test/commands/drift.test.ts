import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drift, type DriftOptions } from '../../src/commands/drift.ts';
import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { ACME, AS_OF, ENVIRONMENT_PATH, MATRIX_PATH } from '../support/acme-data.ts';

const SNAPSHOT = {
  path: SNAPSHOT_PATH,
  content: JSON.stringify({
    collected: '2026-11-20',
    places: { 'acme/cloud path tests/acme.sh': { state: 'gone' } },
    handles: { '@octocat': { state: 'renamed', answer: { id: 1, kind: 'user', login: 'octodog' } } },
  }),
};
const DRIFTED = [...ACME, SNAPSHOT];

const run = (files: readonly DataFile[], format: DriftOptions['format'], asOf = AS_OF) =>
  drift(files, { root: 'data', format, asOf });

describe('without a snapshot', () => {
  test('it says so, and that there is nothing to do', () => {
    expect(run(ACME, 'text')).toEqual({
      output: '',
      message: 'Not yet checked against GitHub: nothing to do.',
      exitCode: 0,
    });
    expect(JSON.parse(run(ACME, 'json').output)).toEqual({ asOf: AS_OF, checked: null, work: [] });
    expect(run(ACME, 'markdown').output).toBe('Not yet checked against GitHub: nothing to do.\n');
  });

  test('it lists what the data alone shows', () => {
    expect(run(ACME, 'text', '2027-11-22')).toMatchObject({
      output: expect.stringMatching(
        /^Acme Cloud\n .*evidence-age\n[^]*data\/environments\/cloud\/acme\.yaml:9:17$/,
      ) as string,
      message: 'Not yet checked against GitHub: 1 thing to do.',
    });
  });
});

describe('with a snapshot', () => {
  test('text', () => {
    const { output, message, exitCode } = run(DRIFTED, 'text');
    expect({ message, exitCode }).toEqual({
      message: 'Checked against GitHub on 2026-11-20: 2 things to do.',
      exitCode: 0,
    });
    expect(output.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
      'Acme Cloud',
      expect.stringMatching(/^ {2}What costs a level: .* evidence-gone$/),
      expect.stringMatching(/^ {2}Maintainers .* handle-renamed$/),
    ]);
    expect(output).toContain('Write: "@octodog"');
  });

  test('json', () => {
    expect(JSON.parse(run(DRIFTED, 'json').output)).toMatchObject({
      asOf: AS_OF,
      checked: '2026-11-20',
      work: [
        {
          kind: 'environment',
          id: 'acme',
          name: 'Acme Cloud',
          items: [
            {
              concern: 'level',
              ruleId: 'evidence-gone',
              file: 'data/environments/cloud/acme.yaml',
              place: { start: { line: 8 } },
            },
            { concern: 'people', ruleId: 'handle-renamed', fix: '"@octodog"' },
          ],
        },
      ],
    });
  });

  test('markdown leads to the page of the entry, the line of its file, and the rule', () => {
    const { output } = run(DRIFTED, 'markdown');
    for (const address of [
      'https://acme.example.org/matrix/environments/acme/',
      'https://github.com/acme/matrix/blob/main/data/environments/cloud/acme.yaml#L8',
      'https://acme.example.org/matrix/rules/evidence-gone/',
    ])
      expect(output).toContain(`(${address})`);
  });
});

test('what could not be read is told, and the rest is judged', () => {
  const broken = DRIFTED.map((file) => (file.path === ENVIRONMENT_PATH ? { ...file, content: 'name: [' } : file));
  expect(run(broken, 'text')).toMatchObject({
    output: '',
    message: expect.stringContaining('npm run validate') as string,
  });
  expect(() =>
    run(
      DRIFTED.filter(({ path }) => path !== MATRIX_PATH),
      'text',
    ),
  ).toThrow('matrix.yaml cannot be read');
});

test('as a process: the list on stdout, the rest on stderr, 0 with work to do, 2 where it cannot run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drift-'));
  try {
    for (const { path, content } of DRIFTED) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const call = (...options: readonly string[]) => {
      const script = fileURLToPath(new URL('../../scripts/drift.ts', import.meta.url));
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
      return { status, stdout, stderr };
    };
    expect(call('--data', folder, '--as-of', AS_OF)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('evidence-gone') as string,
      stderr: 'Checked against GitHub on 2026-11-20: 2 things to do.\n',
    });
    expect(call('--data', join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
