import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importDocument } from '../../src/commands/import.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { ACME, AS_OF, MATRIX, ROOT } from '../support/acme-data.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/import.ts', import.meta.url));
const SHIPPED = readFileSync(new URL('../../scripts/import-mapping.yaml', import.meta.url), 'utf8');
/** The mapping that comes with the program, with the sections of the project of the tests. */
const MAPPING = SHIPPED.replace(
  /^sections:\n(?: .*\n)+/m,
  'sections: { Public cloud: cloud, Cluster API: providers }\n',
);

interface Diagnostics {
  readonly diagnostics: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly place?: { readonly start: { readonly line: number; readonly column: number } };
    readonly note?: string;
  }[];
}

/** Imports a document into the project of the tests. */
function run(text: string, mapping = { path: 'mapping.yaml', text: MAPPING, isOwn: false }) {
  const { files, output, ...result } = importDocument({ path: 'old.md', text }, mapping, ACME, {
    root: ROOT,
    format: 'json',
    asOf: AS_OF,
    source: 'https://acme.example/old.md',
  });
  const { diagnostics } = JSON.parse(output) as Diagnostics;
  return {
    ...result,
    files,
    values: new Map(files.map(({ path, text: yaml }) => [path, parse(yaml) as Record<string, unknown>])),
    diagnostics,
    /** What was found and where: `7:3 malformed-row`. */
    found: diagnostics.map(({ ruleId, place }) => `${place?.start.line ?? 1}:${place?.start.column ?? 1} ${ruleId}`),
  };
}

const LEVEL_FORM = `# Matrix

## Public cloud

| Environment | Support level | Owner | Reference (e.g. GH issue) | Notes |
|-------------|---------------|-------|---------------------------|-------|
| One | L1 | @acme/maintainers | [#7](https://github.com/acme/os/issues/7) | Agents missing; see [docs](https://acme.example/docs) |
| [Two](https://two.example/) | L3 | [no owner] | | |
| Three | L3 ? | Upstream | | https://three.example/guide |
| Four | x | [no owner] | | |
| Five | ? | @octocat, @acme/x | | |
| Six | L2 | [no owner] | | Half of a note | and the rest |
| Seven | L4 |
`;

const COLUMN_FORM = `## Public cloud

| Environment | Full-Feature (release blocker) | Works | Tested (CI) | Owner | Reference (e.g. GH issue) | Notes |
|-------------|--------------------------------|-------|-------------|-------|---------------------------|-------|
| One   | X       |   X   |      X       | @acme/maintainers |    |       |
| Two   | Partial |   X   | X (upstream) | @acme/maintainers |    |       |
| Three |         | w/ caveat |          | [no owner]        |    | No disks. |
| Four  |         |   X   |              | [no owner]        |    |       |
| Five  |         |       |              | [no owner]        |    |       |
| Six   |         | [no owner] |         |                   |    |
|       |         |       |              |                   |    |       |
`;

const at = (id: string): string => `environments/cloud/${id}.yaml`;

describe('the form with one column for the level', () => {
  const { values, found, exitCode } = run(LEVEL_FORM);

  test('every row with all its cells is an entry', () => {
    expect([...values.keys()]).toEqual(['matrix.yaml', ...['one', 'two', 'three', 'four', 'five'].map(at)]);
    expect(values.get(at('one'))).toEqual({
      name: 'One',
      level: 'unknown',
      maintainers: ['@acme/maintainers'],
      notes:
        'Reference (e.g. GH issue): [#7](https://github.com/acme/os/issues/7)\n\nAgents missing; see [docs](https://acme.example/docs)\n',
      history: [
        {
          on: AS_OF,
          level: 'unknown',
          reason: 'Imported from a table that said: Support level `L1`. Nothing in it backed that.',
          source: 'https://acme.example/old.md',
        },
      ],
    });
    expect(values.get(at('two'))).toMatchObject({ name: 'Two', homepage: 'https://two.example/', maintainers: [] });
    expect(values.get(at('three'))).toMatchObject({
      maintainers: [],
      notes: 'Owner: Upstream\n\n<https://three.example/guide>\n',
      history: [{ reason: 'Imported from a table that said: Support level `L3 ?`.' }],
    });
    expect(values.get(at('five'))).toMatchObject({ maintainers: ['@octocat', '@acme/x'] });
  });

  test('what is not as it should be is told with its place', () => {
    expect(found).toEqual([
      '7:9 unbacked-level',
      '8:33 unbacked-level',
      '9:11 unknown-value',
      '9:18 unknown-maintainer',
      '10:10 ambiguous-value',
      '11:10 ambiguous-value',
      '12:1 malformed-row',
      '13:1 malformed-row',
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('the form with three columns', () => {
  const { values, found, diagnostics } = run(COLUMN_FORM);

  test('says what each row claims, and that nothing backs it', () => {
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'unbacked-level')).toHaveLength(4);
    expect(
      [...values].slice(1).map(([path, { history }]) => [path, (history as [{ reason: string }])[0].reason]),
    ).toEqual(
      [
        ['one', 'Full-Feature (release blocker) `X`, Works `X`, Tested (CI) `X`. Nothing in it backed that.'],
        [
          'two',
          'Full-Feature (release blocker) `Partial`, Works `X`, Tested (CI) `X (upstream)`. Nothing in it backed that.',
        ],
        [
          'three',
          'Full-Feature (release blocker) blank, Works `w/ caveat`, Tested (CI) blank. Nothing in it backed that.',
        ],
        ['four', 'Full-Feature (release blocker) blank, Works `X`, Tested (CI) blank. Nothing in it backed that.'],
        ['five', 'Full-Feature (release blocker) blank, Works blank, Tested (CI) blank.'],
      ].map(([id, said]) => [at(id!), `Imported from a table that said: ${said!}`]),
    );
  });

  test('what is not as it should be is told with its place', () => {
    expect(found).toEqual([
      '5:23 unbacked-level',
      '6:23 unbacked-level',
      '7:9 ambiguous-value',
      '7:21 unbacked-level',
      '8:9 ambiguous-value',
      '8:23 unbacked-level',
      '9:9 ambiguous-value',
      '10:1 malformed-row',
      '11:1 empty-row',
    ]);
  });
});

/** A document with rows in a table of the columns that export writes. */
const inTable = (...rows: readonly string[]): string =>
  [
    '## Clouds',
    '',
    '| Environment | Level | Works | Maintainer | Evidence | Caveats | Notes |',
    '|-|-|-|-|-|-|-|',
    ...rows,
  ].join('\n');

describe('evidence', () => {
  const CI = '[ci](https://ci.example/) 2026-08-22';

  test.each([
    ['in the row backs the level', `| A | Tested | yes | none | ${CI} | none | |`, 'tested'],
    [
      'of a kind that the level does not take backs nothing',
      '| A | Tested | yes | none | [report](https://r.example/) 2026-08-22 | none | |',
      'unknown',
    ],
    ['without a day backs nothing', '| A | Tested | yes | none | [ci](https://ci.example/) | none | |', 'unknown'],
    [
      'is not a link in the notes',
      '| A | Works | yes | none | none | none | [documentation](https://d.example/) 2026-08-22 |',
      'unknown',
    ],
    ['backs no level that needs a maintainer, too', `| A | Full-feature | yes | none | ${CI} | none | |`, 'unknown'],
    ['backs a level with a maintainer', `| A | Full-feature | yes | @octocat | ${CI} | none | |`, 'full'],
    [
      'backs no level whose caveats nobody tracks',
      `| A | Tested | with caveats | none | ${CI} | No disks. | |`,
      'unknown',
    ],
    [
      'backs a level with a caveat that an issue tracks',
      `| A | Tested | with caveats | none | ${CI} | No disks. ([acme/os#1](https://github.com/acme/os/issues/1)) | |`,
      'tested',
    ],
    [
      'does not help a row that also says that nobody knows',
      `| A | Tested | unknown | none | ${CI} | none | |`,
      'unknown',
    ],
    ['helps a row that leaves a column open', `| A | Tested | | none | ${CI} | none | |`, 'tested'],
    ['does not help a row that contradicts itself', `| A | Tested | no | none | ${CI} | none | |`, 'unknown'],
  ])('%s', (_, row, level) => {
    expect(run(inTable(row)).values.get(at('a'))).toMatchObject({ level, history: [{ level }] });
  });

  test('that cannot be read goes to the notes', () => {
    const { values, found } = run(inTable(`| A | Works | yes | none | ${CI}<br>trust me | none | Last. |`));
    expect(values.get(at('a'))).toMatchObject({
      level: 'works',
      evidence: [{}],
      notes: 'Evidence: trust me\n\nLast.\n',
    });
    expect(found).toEqual(['5:28 unknown-value']);
  });
});

describe('what is left out or changed is told', () => {
  const row = (name: string): string => `| ${name} | Unknown | unknown | none | none | none | |`;

  test.each<[what: string, text: string, found: readonly string[], made: readonly string[]]>([
    ['a document without a table', 'Nothing.\n', ['1:1 no-table', '1:1 outside-table'], []],
    [
      'a line of hyphens that does not fit',
      '## Clouds\n\n| Environment | Level |\n|-|-|-|\n| A | Works |\n',
      ['1:1 no-table', '3:1 malformed-table'],
      [],
    ],
    ['rows behind a blank line', `${inTable(row('A'))}\n\n${row('B')}\n`, ['7:1 malformed-table'], ['a']],
    ['words that hang on a table', `${inTable(row('A'))}\nB\n`, ['6:1 malformed-row'], ['a']],
    ['a table in HTML', `<table><tr><td>A</td></tr></table>\n\n${inTable(row('B'))}`, ['1:1 malformed-table'], ['b']],
    [
      'a table that shows how to write one',
      `\`\`\`\n| A |\n|-|\n\`\`\`\n\n${inTable(row('B'))}`,
      ['1:1 outside-table'],
      ['b'],
    ],
    [
      'a table in a list',
      `- x\n${inTable(row('A'))
        .split('\n')
        .slice(2)
        .map((line) => `  ${line}`)
        .join('\n')}`,
      ['1:3 outside-table', '2:3 unknown-section'],
      [],
    ],
    ['a section that is no category', inTable(row('A')).replace('Clouds', 'Elsewhere'), ['1:1 unknown-section'], []],
    ['a table below no heading', inTable(row('A')).replace('## Clouds', ''), ['3:1 unknown-section'], []],
    ['an empty row in such a table', inTable('| | | | | | | |').replace('Clouds', 'Elsewhere'), ['5:1 empty-row'], []],
    [
      'a table without names',
      inTable(row('A')).replace('Environment', 'Place'),
      ['3:3 unknown-column', '3:1 malformed-table'].toSorted(),
      [],
    ],
    [
      'a table without a level',
      '## Clouds\n\n| Environment | Owner |\n|-|-|\n| [A][a] | [no owner] |\n\n> [a]: https://a.example/\n',
      ['3:1 unknown-column', '7:1 outside-table'],
      ['a'],
    ],
    ['a row without a name', inTable(row('')), ['5:1 malformed-row'], []],
    ['a row with too many cells', inTable(`${row('A')} 8 |`), ['5:1 malformed-row'], []],
    [
      'a cell with a line inside that is no end of it',
      inTable('| A \\| B | Unknown | unknown | none | none | none | `a\\|b` |'),
      [],
      ['a-b'],
    ],
    ['a cell with not even a blank', inTable('| A | Unknown |unknown|| none |none||'), [], ['a']],
    ['a name that is there twice', inTable(row('A'), row('B'), row('a')), ['7:1 duplicate-row'], ['a', 'b']],
    [
      'two names that make one id',
      inTable(row('A b'), row('A/b'), row('测试'), row('Ω')),
      [],
      ['a-b', 'a-b-2', 'name', 'name-2'],
    ],
    ['a name that is too long', inTable(row('A'.repeat(81))), ['5:1 invalid-entry'], []],
    [
      'notes with a placeholder',
      inTable('| A | Unknown | unknown | none | none | none | TODO |'),
      ['5:1 invalid-entry'],
      [],
    ],
    [
      'a crowd as maintainer',
      inTable('| A | Unknown | unknown | @everyone | none | none | |'),
      ['5:27 unknown-maintainer'],
      ['a'],
    ],
    ['a level of another matrix', inTable('| A | Gold | yes | none | none | none | |'), ['5:7 unknown-value'], ['a']],
    [
      'a word that every object has',
      inTable('| A | constructor | toString | none | none | none | |'),
      ['5:7 unknown-value', '5:21 unknown-value'],
      ['a'],
    ],
  ])('%s', (_, text, found, made) => {
    const result = run(text);
    expect(result.found).toEqual(found);
    expect(result.files.map(({ path }) => path).slice(1)).toEqual(made.map(at));
    const isLeftOut = result.diagnostics.some(({ severity }) => severity === 'error');
    expect(result.exitCode).toBe(isLeftOut ? 1 : 0);
    // Where nothing could be made, there is no folder with a lonely `matrix.yaml`.
    expect(result.files.length).not.toBe(1);
  });

  test('a column that nobody knows goes to the notes, with its heading', () => {
    const text =
      '## Clouds\n\n| Environment | Level | Since | Notes | Notes |\n|-|-|-|-|-|\n| A | Unknown | 2019 | One. | [Two](http://two.example) |\n';
    const { values, found } = run(text);
    expect(found).toEqual(['3:25 unknown-column', '3:41 unknown-column']);
    expect(values.get(at('a'))!.notes).toBe('Since: 2019\n\nOne.\n\nNotes: Two (http://two.example)\n');
  });
});

describe('providers', () => {
  const text = `## Cluster API

| Provider | Name | Role | Image | Test | Maintainer | Caveats |
|-|-|-|-|-|-|-|
| [CAPX](https://github.com/acme/capx) | Provider X | infrastructure | available | none | [Acme](https://acme.example/) | Slow. (look again on 2027-01-01) |
| CAPA | | | planned | – | none | none |
| CAPQ | Provider Q | infrastructure | none | none | none | none |
`;
  const { values, found } = run(text);

  test('have their stages; what a stage claims is not backed by a table', () => {
    expect(values.get('providers/capx.yaml')).toMatchObject({
      name: 'Provider X',
      acronym: 'CAPX',
      role: 'infrastructure',
      repository: 'acme/capx',
      maintainers: [{ name: 'Acme', url: 'https://acme.example/' }],
      stages: { image: { status: 'unknown' }, test: { status: 'none' } },
      caveats: [{ summary: 'Slow.', reviewBy: '2027-01-01' }],
      history: [{ reason: 'Imported from a table that said: Image `available`, Test `none`.' }],
    });
    expect(values.get('providers/capa.yaml')).toMatchObject({
      name: 'Cluster API Provider AWS',
      repository: 'kubernetes-sigs/cluster-api-provider-aws',
      stages: { image: { status: 'planned' }, test: { status: 'unknown' } },
    });
    expect(found).toEqual(['5:3 unbacked-level', '7:3 unknown-provider']);
  });

  test('of the old form keep what the table said of their level', () => {
    const old = run(LEVEL_FORM.replace('Public cloud', 'Cluster API').replaceAll('| One |', '| CAPZ |'));
    expect(old.values.get('providers/capz.yaml')).toMatchObject({
      stages: { image: { status: 'unknown' }, test: { status: 'unknown' } },
      history: [{ reason: 'Imported from a table that said: Support level `L1`.' }],
    });
  });
});

test('what a document holds stays text in the files, and they are valid', () => {
  const evil = [
    '../../etc/passwd',
    '"]}: &a *a !!js',
    '<script>alert(1)</script>',
    '${x}',
    '${{ github.token }}',
    '- a: b #c',
    "'",
    '\\',
    '&#10;level: full',
    '::error::x',
    '@everyone',
    '%00',
    '{{x}}',
    'null',
    '1e3',
    '~',
    'true',
  ];
  const cells = evil.map((text) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|'));
  const { files, values, diagnostics } = run(
    inTable(...cells.map((cell) => `| ${cell} | ${cell} | yes | ${cell} | ${cell} | ${cell} | ${cell} |`)),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const parsed = parseDataset(
    files.map(({ path, text: content }) => ({ path, content })),
    ROOT,
  );
  // Not even its style is another one than that of `npm run format`.
  expect(runRules(parsed, { asOf: AS_OF }).filter(({ file }) => !file.endsWith('matrix.yaml'))).toEqual([]);
  expect([...values.keys()].slice(1).filter((path) => !/^environments\/cloud\/[a-z0-9-]+\.yaml$/.test(path))).toEqual(
    [],
  );
  expect(
    [...values.values()]
      .slice(1)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(evil.map((text) => text.replace('&#10;', '')).toSorted());
});

describe('the mapping', () => {
  const own = (text: string) => () => run(LEVEL_FORM, { path: 'own.yaml', text, isOwn: true });

  test.each([
    ['a key it does not have', 'level: { L1: full }', 'own.yaml:1:1 '],
    ['a level that the matrix does not have', 'levels:\n  L1: fulll\n', 'own.yaml:2:7 '],
    ['a category that the matrix does not have', 'sections: { A: clouds }', 'own.yaml:1:16 '],
    ['a meaning that no column has', 'columns: { A: nam }', 'own.yaml:1:15 '],
    ['an answer that is none', 'answers: { X: yess }', 'own.yaml:1:15 '],
    ['a provider without a repository', 'providers: { CAPX: { name: X, role: bootstrap } }', 'own.yaml:1:'],
    ['what is no YAML', 'columns: [', 'own.yaml:1:'],
  ])('is refused with %s, at its place', (_, text, place) => {
    expect(own(text)).toThrow(UsageError);
    expect(own(text)).toThrow(place);
  });

  test('decides what words mean', () => {
    const text =
      'sections: { Public cloud: metal }\ncolumns: { Environment: name, Support level: level }\nlevels: { L1: unknown }\n';
    const { values, diagnostics } = own(text)();
    expect(values.get('environments/metal/one.yaml')).toMatchObject({ name: 'One', level: 'unknown' });
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'unknown-column')).toHaveLength(3);
  });

  test('that comes with the program knows words that another matrix has not', () => {
    expect(run(LEVEL_FORM, { path: 'shipped.yaml', text: SHIPPED, isOwn: false }).found).toEqual([
      '3:1 unknown-section',
    ]);
  });

  test('a matrix with mistakes is refused', () => {
    const files = [{ path: 'matrix.yaml', content: MATRIX.replace('levels:', 'level:') }];
    const options = { root: ROOT, format: 'text', asOf: AS_OF } as const;
    const mapping = { path: 'mapping.yaml', text: MAPPING, isOwn: false };
    expect(() => importDocument({ path: 'a.md', text: '' }, mapping, files, options)).toThrow(UsageError);
  });
});

test('as a process: a folder with all files or none, the report on stdout, and what the exit code says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const call = (...options: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...options, '--data', 'data'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  try {
    for (const { path, content } of ACME) {
      mkdirSync(dirname(join(folder, 'data', path)), { recursive: true });
      writeFileSync(join(folder, 'data', path), content);
    }
    writeFileSync(join(folder, 'old.md'), LEVEL_FORM);
    writeFileSync(join(folder, 'own.yaml'), MAPPING);
    const done = call('old.md', '--out', 'new', '--mapping', 'own.yaml', '--as-of', AS_OF);
    expect(done).toMatchObject({ status: 1, stderr: '2 errors, 4 warnings, 2 notes; 5 files made\n' });
    expect(done.stdout).toMatch(/^old\.md:7:9 note .* unbacked-level\n {2}7 \| \| One \| L1 \|/);
    expect(readFileSync(join(folder, 'new', at('two')), 'utf8')).toMatch(/^name: Two\n/);
    expect(call('old.md', '--out', 'new')).toMatchObject({ status: 2, stdout: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
