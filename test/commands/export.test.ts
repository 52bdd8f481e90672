import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exportMatrix } from '../../src/commands/export.ts';
import { ACME, ENVIRONMENT, ENVIRONMENT_PATH, ROOT } from '../support/acme-data.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/export.ts', import.meta.url));

const RETIRED = `name: Gone | Cloud
level: unknown
lifecycle: retired
since: 2026-01-31
reason: It was *closed*.
maintainers: []
history:
  - { on: 2026-01-31, level: unknown, reason: Closed. }
`;

const files = [...ACME, { path: 'environments/metal/gone.yaml', content: RETIRED }];

test('markdown has a table for each category with something alive, the providers, and what is retired', () => {
  const { output, exitCode } = exportMatrix(files, { root: ROOT, format: 'markdown' });
  expect(exitCode).toBe(0);
  expect(output.slice(output.indexOf('\n## '))).toBe(`
## Clouds

Virtual machines rented from a provider.

| Environment | Level | Works | Tested | Full-feature | Maintainer | Evidence | Caveats | Notes |
| - | - | - | - | - | - | - | - | - |
| Acme Cloud | [Tested](https://acme.example.org/matrix/environments/acme/) | yes | yes | no | @octocat | [ci](https://github.com/acme/cloud/blob/HEAD/tests/acme.sh) 2026-08-22 | none | |

## Cluster API

| Provider | Name | Role | Image | Test | Maintainer | Caveats | Notes |
| - | - | - | - | - | - | - | - |
| [CAPX](https://github.com/acme/cluster-api-provider-acme) | Cluster API Provider Acme | infrastructure | none | unknown | none | none | |

## Retired

- **Gone | Cloud**, since 2026-01-31: It was \\*closed\\*.
`);
});

test('the same data gives the same bytes, by the newest day in it', () => {
  for (const format of ['markdown', 'csv', 'json'] as const) {
    const { output } = exportMatrix(files, { root: ROOT, format });
    expect(output).toBe(exportMatrix(files.toReversed(), { root: ROOT, format }).output);
    expect(output).toContain('Acme Cloud');
  }
  const { asOf, environments } = JSON.parse(exportMatrix(files, { root: ROOT, format: 'json' }).output) as {
    asOf: string;
    environments: readonly { id: string }[];
  };
  expect([asOf, environments.map(({ id }) => id)]).toEqual(['2026-08-22', ['acme', 'gone']]);
});

test('data with errors is not exported', () => {
  const broken = ACME.map((file) =>
    file.path === ENVIRONMENT_PATH ? { ...file, content: ENVIRONMENT.replaceAll('tested', 'teste') } : file,
  );
  const { output, message, exitCode } = exportMatrix(broken, { root: ROOT, format: 'csv' });
  expect([output, exitCode]).toEqual(['', 1]);
  expect(message).toContain('data/environments/cloud/acme.yaml:2:8 error');
  expect(exportMatrix([], { root: ROOT, format: 'csv' })).toMatchObject({ output: '', exitCode: 1 });
});

test('as a process: to a file, or to the output', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const call = (...options: readonly string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...options], { cwd: folder, encoding: 'utf8' });
  try {
    for (const { path, content } of ACME) {
      mkdirSync(dirname(join(folder, 'data', path)), { recursive: true });
      writeFileSync(join(folder, 'data', path), content);
    }
    const { status, stdout, stderr } = call('--format', 'csv', '--out', 'out/matrix.csv');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '1 environment exported\n' });
    expect(readFileSync(join(folder, 'out/matrix.csv'), 'utf8')).toMatch(/^id,name,.*\nacme,Acme Cloud,.*\n$/);
    expect(call('--format', 'xml')).toMatchObject({ status: 2, stdout: '' });
    // What is in the way is named, without a trace through our code.
    const refuse = (out: string) => call('--format', 'csv', '--out', out).stderr;
    expect(refuse('')).toBe('--out takes a path, not an empty one.\n');
    expect(refuse('data')).toMatch(/^The system refused it: EISDIR: .*data'\n$/);
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'out']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
