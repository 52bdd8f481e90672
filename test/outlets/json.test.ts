import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { readData } from '../../src/io/read-data.ts';
import { newestDate } from '../../src/matrix/as-of.ts';
import { providersByEnvironment } from '../../src/matrix/matrix-view.ts';
import { buildEnvironmentOutlet, buildMatrixOutlet, formatOutlet } from '../../src/outlets/build-outlet.ts';
import { buildOutletSchemas } from '../../src/outlets/outlet-schemas.ts';
import { ACME, ENVIRONMENT_PATH, PROVIDER, PROVIDER_PATH, ROOT } from '../support/acme-data.ts';

type Json = Readonly<Record<string, unknown>>;

/** An environment that says all that one can say, and claims what only a part of its evidence backs. */
const FULL = `name: Acme Cloud
vendor: Acme
homepage: https://cloud.acme.example/
aliases: [acloud]
level: tested
architectures: { amd64: tested, arm64: works }
lifecycle: deprecated
since: 2026-06-01
reason: A new region takes over.
replacedBy: acme
maintainers: ["@acme/cloud", { name: Acme support, url: "https://acme.example/help" }]
documentation: https://acme.example.org/docs/cloud
images: [acme]
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    architectures: [amd64]
    seen: { on: 2026-08-22, at: ab6d76d957 }
  - kind: image
    summary: Built nightly.
    repository: acme/cloud
    asset: acme-*.img
    since: 1.2.0
    seen: { on: 2026-08-20, release: 1.3.0 }
  - kind: report
    by: "@octocat"
    issue: acme/cloud#7
    seen: { on: 2026-10-01 }
    disputed: { on: 2026-10-02, reason: It was another cloud., url: "https://acme.example/doubt" }
caveats:
  - { summary: No volumes., issue: acme/cloud#8, reviewBy: 2027-01-01, architectures: [arm64] }
  - { summary: No \`kexec\`., documentation: "https://acme.example/limits", reviewBy: 2027-01-01, affects: { from: 1.0.0 } }
notes: Start *small*.
history:
  - { on: 2026-01-01, level: works, reason: First listed. }
  - { on: 2026-03-01, level: tested, reason: Tests run., source: "https://acme.example/change" }
`;

function sourceOf(dataset: Dataset) {
  return {
    dataset,
    asOf: newestDate(dataset),
    site: dataset.matrix.value.links.site,
    providersOf: providersByEnvironment(dataset),
  };
}

/** A judge of documents that also refuses what its schema does not name. */
function judgeOf(text: string) {
  const close = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(close);
    if (typeof schema !== 'object' || schema === null) return schema;
    const closed = Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, close(inner)]));
    return 'properties' in closed ? { ...closed, additionalProperties: false } : closed;
  };
  const ajv = new Ajv({ strict: true, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(close(JSON.parse(text)) as Json);
  return (document: unknown) => (validate(document) ? [] : validate.errors);
}

const files = ACME.map((file) => {
  if (file.path === ENVIRONMENT_PATH) return { ...file, content: FULL };
  return file.path === PROVIDER_PATH ? { ...file, content: `${PROVIDER}environments: [acme]\n` } : file;
});
const acme = parseDataset(files, ROOT).dataset!;
const real = parseDataset(readData('data'), 'data').dataset!;

describe.each([
  ['everything that an entry can say', acme],
  ['the real matrix', real],
])('%s', (_, dataset) => {
  const source = sourceOf(dataset);
  const [ofMatrix, ofEnvironment] = buildOutletSchemas(dataset.matrix.value).map(({ text }) => judgeOf(text));

  test('is in the JSON as its schemas describe it', () => {
    const matrix = JSON.parse(formatOutlet(buildMatrixOutlet(source))) as Json & { environments: Json[] };
    expect(ofMatrix!(matrix)).toEqual([]);
    expect(matrix.environments).toHaveLength(dataset.environments.length);
    for (const [index, entry] of dataset.environments.entries()) {
      const one = JSON.parse(formatOutlet(buildEnvironmentOutlet(entry, source))) as Json;
      expect(ofEnvironment!(one)).toEqual([]);
      expect(one.environment).toEqual(matrix.environments[index]);
    }
  });
});

test('the schemas have the addresses that the documents name, and explain every key', () => {
  const [matrix, environment] = buildOutletSchemas(acme.matrix.value).map(({ text }) => JSON.parse(text) as Json);
  const source = sourceOf(acme);
  expect(matrix!.$id).toBe(buildMatrixOutlet(source).$schema);
  expect(environment!.$id).toBe(buildEnvironmentOutlet(acme.environments[0]!, source).$schema);
  const unexplained = (schema: unknown, path: string): readonly string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const { properties = {}, ...rest } = schema as Json & { properties?: Record<string, Json> };
    return [
      ...Object.entries(properties).flatMap(([key, inner]) => [
        ...('description' in inner || '$ref' in inner ? [] : [`${path}.${key}`]),
        ...unexplained(inner, `${path}.${key}`),
      ]),
      ...Object.entries(rest).flatMap(([key, inner]) => unexplained(inner, `${path}/${key}`)),
    ];
  };
  expect(unexplained(matrix, '')).toEqual([]);
  expect(unexplained(environment, '')).toEqual([]);
});

test('an environment has its claim, what backs it, and how old that is', () => {
  const { environment } = buildEnvironmentOutlet(acme.environments[0]!, sourceOf(acme));
  expect(environment).toMatchObject({
    id: 'acme',
    url: 'https://acme.example.org/matrix/environments/acme/',
    level: 'tested',
    claimed: 'tested',
    supported: 'tested',
    columns: { works: 'with-caveats', tested: 'yes', full: 'no' },
    architectures: { amd64: { level: 'tested', supported: 'tested' }, arm64: { level: 'works', supported: 'works' } },
    maintainers: [
      { name: '@acme/cloud', url: 'https://github.com/orgs/acme/teams/cloud' },
      { name: 'Acme support', url: 'https://acme.example/help' },
    ],
    // The report is disputed, so it does not count as the newest; it is the newest date of the data.
    seen: '2026-08-22',
    age: 40,
    providers: ['capx'],
  });
  expect(environment.evidence.map(({ url, disputed }) => [url, disputed?.on])).toEqual([
    ['https://github.com/acme/cloud/blob/ab6d76d957/tests/acme.sh', undefined],
    ['https://github.com/acme/cloud/releases/latest', undefined],
    ['https://github.com/acme/cloud/issues/7', '2026-10-02'],
  ]);
  expect(environment.caveats.map(({ url }) => url)).toEqual([
    'https://github.com/acme/cloud/issues/8',
    'https://acme.example/limits',
  ]);
});
