import { expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { buildFind } from '../../src/matrix/build-find.ts';
import { buildMatrix } from '../../src/matrix/matrix-view.ts';
import { mainNavigation } from '../../src/site/navigation.ts';
import { ACME, AS_OF, datasetOf, PROVIDER, PROVIDER_PATH } from '../support/acme-data.ts';

/** Entries beside the one that the invented project has. */
const MORE = {
  'environments/cloud/fjord.yaml': `name: Fjord Compute Engine
vendor: Fjörd & Sons
aliases: [Fjord GmbH Cloud 2]
level: works
architectures: { amd64: works, arm64: unsupported }
maintainers: []
images: [fjord_raw]
evidence:
  - { kind: image, repository: acme/scripts, path: build.sh, architectures: [amd64], seen: { on: 2026-05-01 } }
caveats:
  - { summary: No arm64., issue: acme/cloud#1, reviewBy: 2027-03-01 }
history:
  - { on: 2022-01-01, level: works, reason: It boots. }
`,
  'environments/cloud/gone.yaml': `name: Gone
level: unknown
lifecycle: retired
since: 2025-01-01
reason: It was closed.
maintainers: []
history:
  - { on: 2022-01-01, level: unknown, reason: Nobody knows. }
`,
};
const SERVED = { path: PROVIDER_PATH, content: `${PROVIDER}environments: [acme]\n` };
const files = [
  ...ACME.filter(({ path }) => path !== PROVIDER_PATH),
  SERVED,
  ...Object.entries(MORE).map(([path, content]) => ({ path, content })),
];
const dataset = datasetOf(files);
const { schema, counts, rows } = buildFind(dataset, buildMatrix(dataset), AS_OF);

/** The options of every facet that are true of a row, by facet. */
const truthsOf = (id: string) =>
  Object.fromEntries(
    schema.facets.flatMap((facet, index) => {
      const own = rows.get(id)!.facets[index]!.map((place) => facet.options[place]!.id);
      return own.length === 0 ? [] : [[facet.id, own.join()]];
    }),
  );

test('a row is found by what it is', () => {
  expect(dataset.environments.map(({ id }) => id)).toEqual(['acme', 'fjord', 'gone']);
  expect(truthsOf('fjord')).toEqual({
    category: 'cloud',
    level: 'works',
    // Where it is known not to run, it does not run.
    architecture: 'amd64',
    lifecycle: 'active',
    evidence: 'year',
    unowned: 'yes',
    caveats: 'yes',
  });
  // Nobody is looked for where nothing is left to answer for.
  expect(truthsOf('gone')).toEqual({ category: 'cloud', level: 'unknown', lifecycle: 'retired', evidence: 'none' });
  expect(truthsOf('acme')).toMatchObject({ 'cluster-api': 'yes', evidence: 'half-year' });
});

test('only options that some row has are offered, with their counts', () => {
  const offered = schema.facets.map(({ id, options }, facet) => [
    id,
    options.map((option, place) => `${option.id} ${counts[facet]![place]}`),
  ]);
  expect(Object.fromEntries(offered)).toMatchObject({
    category: ['cloud 3'],
    architecture: ['amd64 2'],
    lifecycle: ['active 2', 'retired 1'],
    caveats: ['yes 1'],
  });
});

test('where there is no provider, there is no column of them, and no page is led to', () => {
  const alone = datasetOf(files.filter(({ path }) => path !== PROVIDER_PATH));
  const ids = buildFind(alone, buildMatrix(alone), AS_OF).schema.columns.map(({ id }) => id);
  expect(ids).toEqual(schema.columns.map(({ id }) => id).filter((id) => id !== 'cluster-api'));
  const pages = (each: Dataset) => mainNavigation(each).map(({ path }) => path);
  expect(pages(alone)).toEqual(pages(dataset).filter((path) => path !== 'cluster-api/'));
  expect(pages(dataset)).toContain('cluster-api/');
});

test('a row is found by every name it goes by', () => {
  const { words } = rows.get('fjord')!;
  expect(words).toEqual(
    expect.arrayContaining(['fjord', 'compute', 'engine', 'sons', 'gmbh', '2', 'raw', 'fce', 'fgc']),
  );
  expect(new Set(words).size).toBe(words.length);
  expect(rows.get('acme')!.words).toContain('capx');
});

test('every column has an order, in which what is not stated has no place', () => {
  const order = (column: string): string => {
    const index = schema.columns.findIndex(({ id }) => id === column);
    const places = [...rows].map(([id, { ranks }]) => [id, ranks[index]] as const);
    return places
      .toSorted(([, a = Infinity], [, b = Infinity]) => a - b)
      .map(([id, rank]) => (rank === undefined ? `(${id})` : id))
      .join(' ');
  };
  const orders = Object.fromEntries(schema.columns.map(({ id }) => [id, order(id)]));
  expect(orders).toMatchObject({
    name: 'acme fjord gone',
    level: 'acme fjord gone',
    'on-arm64': 'fjord (acme) (gone)',
    'cluster-api': 'acme (fjord) (gone)',
    maintainer: 'acme (fjord) (gone)',
    evidence: 'acme fjord (gone)',
    caveats: 'fjord acme gone',
  });
});
