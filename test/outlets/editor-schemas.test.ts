import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { schema } from '../../src/commands/schema.ts';
import { classify } from '../../src/dataset/classify.ts';
import { environmentSchema } from '../../src/model/environment.ts';
import { matrix as matrixSchema, vocabularyOf } from '../../src/model/matrix.ts';
import { providerSchema } from '../../src/model/provider.ts';
import { snapshot } from '../../src/model/snapshot.ts';
import { watch } from '../../src/model/watch.ts';
import { buildEditorSchemas, EDITOR_KEYWORDS } from '../../src/outlets/editor-schemas.ts';
import { ENVIRONMENT, MATRIX, PROVIDER } from '../support/acme-data.ts';

const DATA = new URL('../../data/', import.meta.url);
const WRITTEN = new URL('../../public/schema/', import.meta.url);

type Kind = 'matrix' | 'environment' | 'provider' | 'watch' | 'snapshot';
type Json = Readonly<Record<string, unknown>>;

/** Both judges of the files of one project: the schemas that `validate` uses, and those that editors use. */
function judgesOf(matrixText: string) {
  const matrix = matrixSchema.parse(parse(matrixText));
  const vocabulary = vocabularyOf(matrix);
  const zod: Readonly<Record<Kind, z.ZodType>> = {
    matrix: matrixSchema,
    environment: environmentSchema(vocabulary),
    provider: providerSchema(vocabulary),
    watch,
    snapshot,
  };
  const ajv = new Ajv({ strict: true, allErrors: true });
  addFormats(ajv);
  ajv.addVocabulary([...EDITOR_KEYWORDS]);
  const texts = new Map(buildEditorSchemas(matrix).map(({ name, text }) => [name, text]));
  const compiled = new Map([...texts].map(([name, text]) => [name, ajv.compile(JSON.parse(text) as Json)]));
  return {
    matrix,
    texts,
    schema: (kind: Kind) => JSON.parse(texts.get(kind)!) as Json,
    judge: (kind: Kind, value: unknown) => {
      const validate = compiled.get(kind)!;
      const editor = validate(value) ? [] : validate.errors;
      return { validator: zod[kind].safeParse(value).error?.issues ?? [], editor };
    },
    /** Whether the validator and the editor take a value, in this order. */
    verdicts: (kind: Kind, value: unknown) => [zod[kind].safeParse(value).success, compiled.get(kind)!(value)],
  };
}

const ours = judgesOf(readFileSync(new URL('matrix.yaml', DATA), 'utf8'));
const acme = judgesOf(MATRIX);

describe('the files in public/schema', () => {
  const content = readFileSync(new URL('matrix.yaml', DATA), 'utf8');
  const { files } = schema([{ path: 'matrix.yaml', content }], 'data');

  test('are those that the data makes', () => {
    const names = files.map(({ path }) => path).sort();
    expect(readdirSync(WRITTEN).sort(), 'public/schema has other files; run: npm run schema').toEqual(names);
  });

  test.each(files)('$path is current', ({ path, text }) => {
    const written = readFileSync(new URL(path, WRITTEN), 'utf8');
    expect(written === text, `public/schema/${path} is not current; run: npm run schema`).toBe(true);
  });
});

describe.each(['matrix', 'environment', 'provider', 'watch', 'snapshot'] as const)('the schema %s', (kind) => {
  const schema = acme.schema(kind);

  test('says what it is and where it is published', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `https://acme.example.org/matrix/schema/${kind}.json`,
      title: expect.stringMatching(/^[A-Z]/) as string,
      description: expect.stringMatching(/\.$/) as string,
    });
    expect(acme.texts.get(kind)).toMatch(/[^\n]\n$/);
  });

  test('explains every key and offers no example as a value', () => {
    const properties = [...propertiesOf(schema)];
    expect(properties.length).toBeGreaterThan(5);
    expect(properties.filter(([, { description }]) => !/^\S.{5,}\.$/s.test(String(description)))).toEqual([]);
    expect(properties.filter(([, inner]) => 'examples' in inner)).toEqual([]);
  });

  test('says in words what is wrong with the form of a text', () => {
    const formed = [...propertiesOf(schema)].filter(([, inner]) => 'pattern' in inner || 'format' in inner);
    expect(formed.length).toBeGreaterThan(0);
    expect(formed.filter(([, inner]) => !/^This is not .+\.$/.test(String(inner.patternErrorMessage)))).toEqual([]);
  });

  test('explains every word of every list, or none of it', () => {
    for (const [path, { enum: words, enumDescriptions: meanings }] of propertiesOf(schema)) {
      if (meanings === undefined) continue;
      expect(
        (meanings as string[]).map((meaning) => meaning !== ''),
        path,
      ).toEqual((words as string[]).map(() => true));
    }
  });
});

test('levels, architectures and stages are the words of the matrix, each with its promise', () => {
  const environment = new Map(propertiesOf(acme.schema('environment')));
  const promises = acme.matrix.levels.map(({ promise }) => promise);
  const ids = acme.matrix.levels.map(({ id }) => id);
  for (const path of ['level', 'architectures.amd64', 'history[].level']) {
    expect(environment.get(path), path).toMatchObject({ enum: ids, enumDescriptions: promises });
  }
  expect(environment.get('architectures.arm64')?.description).toMatch(/^arm64 \(AArch64\)\. /);
  const provider = new Map(propertiesOf(acme.schema('provider')));
  expect(provider.get('stages.test')?.description).toMatch(
    /^The provider creates a cluster with it in its own tests\. /,
  );
  expect(provider.get('history[].stage')).toMatchObject({ enum: ['image', 'test'] });
});

describe('the validator and the editor agree', () => {
  const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:yaml|json)$/.test(path))
    .map((path) => [path, classify(path).kind as Kind] as const);

  test.each(files)('that data/%s is right', (path, kind) => {
    const value: unknown = parse(readFileSync(new URL(path, DATA), 'utf8'));
    expect(ours.judge(kind, value)).toEqual({ validator: [], editor: [] });
  });

  const environment = parse(ENVIRONMENT) as Json;
  const provider = parse(PROVIDER) as Json;
  const matrix = parse(MATRIX) as Json;
  const listing = { id: 'a', title: 'A', repository: 'a/b', path: 'c', of: 'folder', covers: 'providers' };
  const list = { ...listing, pattern: '(?<entry>.*)', seen: { on: '2026-01-01', entries: [] } };
  const without = (value: Json, key: string): Json => ({ ...value, [key]: undefined });

  test.each<[what: string, kind: Kind, right: Json, wrong: Json]>([
    ['an unknown level', 'environment', environment, { ...environment, level: 'testd' }],
    ['an unknown key', 'environment', environment, { ...environment, levels: 'tested' }],
    ['a missing key', 'environment', environment, without(environment, 'maintainers')],
    ['a number for a text', 'environment', environment, { ...environment, name: 3 }],
    ['a text for a list', 'environment', environment, { ...environment, aliases: 'acme' }],
    [
      'a level of an unknown architecture',
      'environment',
      environment,
      { ...environment, architectures: { x: 'full' } },
    ],
    ['a history without a step', 'environment', environment, { ...environment, history: [] }],
    ['an unknown stage', 'provider', provider, { ...provider, stages: { images: { status: 'none' } } }],
    ['an unknown status', 'provider', provider, { ...provider, stages: { image: { status: 'no' } } }],
    ['a stage without a status', 'provider', provider, { ...provider, stages: { image: {} } }],
    ['a colour that is none', 'matrix', matrix, { ...matrix, accent: 'teal' }],
    ['a project without levels', 'matrix', matrix, { ...matrix, levels: [] }],
    ['a pattern without a group', 'watch', { listings: [list] }, { listings: [{ ...list, pattern: '.*' }] }],
    ['a snapshot without a date', 'snapshot', { collected: '2026-01-01' }, {}],
  ])('on %s', (_, kind, right, wrong) => {
    // What is undefined is not in a file.
    const inFile = (value: Json): unknown => JSON.parse(JSON.stringify(value));
    expect(acme.verdicts(kind, inFile(right))).toEqual([true, true]);
    expect(acme.verdicts(kind, inFile(wrong))).toEqual([false, false]);
  });

  const seen = { on: '2026-08-22' };
  const repository = 'acme/cloud';
  const url = 'https://acme.example.org/';
  const place: Json = { kind: 'report', seen, url };

  test.each<[form: string, build: (text: string) => Json, right: readonly string[], wrong: readonly string[]]>([
    [
      'a handle',
      (by) => ({ ...place, by }),
      ['@a', '@my-org/team_1.x'],
      ['octocat', '@', '@-a', '@a/', '@a/b/c', '@a b'],
    ],
    [
      'a repository',
      (text) => ({ kind: 'ci', seen, repository: text, path: 'a' }),
      ['a/.github', 'kubernetes-sigs/image-builder'],
      ['a', 'a/', '/b', 'a/b/c', 'https://github.com/a/b', 'a b/c'],
    ],
    ['an issue', (issue) => ({ kind: 'report', seen, issue }), ['a/b#1'], ['a/b', 'a/b#', 'a/b#0', '#1', 'a/b#1x']],
    ['a commit', (at) => ({ ...place, seen: { ...seen, at } }), ['0123abc', 'f'.repeat(40)], ['0123ab', 'F'.repeat(8)]],
    [
      'a release',
      (release) => ({ ...place, seen: { ...seen, release } }),
      ['4593.2.5', 'v1.2', '1.2.3-beta.1'],
      ['1', 'latest', '1.2.3.4.5', '1.2-'],
    ],
    ['a date', (on) => ({ ...place, seen: { on } }), ['2024-02-29'], ['2023-02-29', '2026-8-22', '22.08.2026', '']],
    [
      'an address',
      (text) => ({ ...place, url: text }),
      ['https://example.org', 'https://example.org:8443/@a?q=b@c#d', 'https://example.org?q'],
      [
        'http://example.org',
        'https://',
        'https://a@example.org/',
        'https://a:b@example.org',
        'https://example.org/a b',
      ],
    ],
    [
      'a path',
      (path) => ({ kind: 'ci', seen, repository, path }),
      ['a', '.github/workflows/a.yaml', 'a..b/...c/d.', '..a'],
      ['/a', 'a/', 'a//b', '.', '..', '../a', 'a/../b', 'a/./b', 'a b', 'a\\b', ''],
    ],
    ['a workflow', (workflow) => ({ kind: 'ci', seen, repository, workflow }), ['a-b.yml'], ['a/b.yml', 'a.json']],
    ['an asset', (asset) => ({ kind: 'image', seen, repository, asset }), ['a_*-b.img'], ['a/b', '']],
  ])('on the form of %s', (_, build, right, wrong) => {
    const verdicts = (text: string) => acme.verdicts('environment', { ...environment, evidence: [build(text)] });
    expect(right.map((text) => [text, ...verdicts(text)])).toEqual(right.map((text) => [text, true, true]));
    expect(wrong.map((text) => [text, ...verdicts(text)])).toEqual(wrong.map((text) => [text, false, false]));
  });

  test('on every way to name the place of evidence', () => {
    const keys = { path: 'a', workflow: 'a.yaml', asset: 'a', issue: 'a/b#1', url, repository, entry: 'a' };
    const accepted = subsetsOf(keys).filter((chosen) => {
      const value = { ...environment, evidence: [{ kind: 'ci', seen, ...chosen }] };
      const [validator, editor] = acme.verdicts('environment', value);
      expect(editor, Object.keys(chosen).join(' ')).toBe(validator);
      return editor;
    });
    expect(accepted.map((chosen) => Object.keys(chosen).join(' ')).sort()).toEqual([
      'asset repository',
      'issue',
      'path repository',
      'path repository entry',
      'url',
      'workflow repository',
    ]);
  });

  test.each(['active', 'deprecated', 'retired', undefined])(
    'on every way to tell the end of an entry: %s',
    (lifecycle) => {
      const keys = { since: '2026-01-01', reason: 'It was sold.', source: url, replacedBy: 'acme' };
      const accepted = subsetsOf(keys).filter((chosen) => {
        const value: unknown = { ...environment, ...(lifecycle !== undefined && { lifecycle }), ...chosen };
        const [validator, editor] = acme.verdicts('environment', value);
        expect(editor, Object.keys(chosen).join(' ')).toBe(validator);
        return editor;
      });
      expect(accepted).toHaveLength(lifecycle === 'deprecated' || lifecycle === 'retired' ? 4 : 1);
    },
  );
});

/** Every choice of some keys of an object, none and all included. */
function subsetsOf(value: Json): readonly Json[] {
  return Object.entries(value).reduce<readonly Json[]>(
    (subsets, [key, inner]) => subsets.flatMap((subset) => [subset, { ...subset, [key]: inner }]),
    [{}],
  );
}

/** The properties of a schema at any depth, by a path such as `history[].level`. */
function* propertiesOf(schema: Json, path = ''): Generator<[string, Json]> {
  for (const [key, inner] of Object.entries((schema.properties ?? {}) as Readonly<Record<string, Json>>)) {
    if (typeof inner !== 'object') continue;
    const place = path === '' ? key : `${path}.${key}`;
    yield [place, inner];
    yield* propertiesOf(inner, place);
  }
  for (const [suffix, inner] of [
    ['[]', schema.items],
    ['{}', schema.additionalProperties],
    ...((schema.anyOf ?? []) as readonly Json[]).map((branch) => ['', branch] as const),
  ] as const) {
    if (typeof inner === 'object') yield* propertiesOf(inner as Json, `${path}${suffix}`);
  }
}
