import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, EnvironmentEntry, ProviderEntry } from '../../src/dataset/dataset.ts';
import type { KeptFile } from '../../src/dataset/source-file.ts';
import { diffDatasets } from '../../src/diff/diff-datasets.ts';
import { diffValues } from '../../src/diff/diff-values.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Matrix } from '../../src/model/matrix.ts';
import type { Provider } from '../../src/model/provider.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { MATRIX } from '../support/acme-data.ts';
import { applyChanges, applyEdits, factsOf } from '../support/apply-changes.ts';
import { matrix as matrixSchema } from '../../src/model/matrix.ts';
import { parse } from 'yaml';

const PROJECT = matrixSchema.parse(parse(MATRIX));
const LEVELS = PROJECT.levels.map(({ id }) => id);

/** Few words, so that revisions have much in common and entries look alike. */
const word = fc.constantFrom('able', 'baker', 'charlie', 'delta');
const day = fc.constantFrom('2026-01-01', '2026-02-02', '2026-03-03');
const level = fc.constantFrom(...LEVELS);
const list = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 4 });
const some = <Shape extends object>(
  shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> },
  needed: (keyof Shape)[],
) => fc.record(shape, { requiredKeys: needed, noNullPrototype: true });

const evidence = some(
  {
    kind: fc.constantFrom('ci', 'image', 'report'),
    repository: word,
    path: word,
    url: word,
    architectures: list(fc.constantFrom('amd64', 'arm64')),
    seen: fc.record({ on: day }),
  },
  ['kind', 'seen'],
);
const caveat = some({ summary: word, issue: word, reviewBy: day }, ['summary']);
const maintainer = fc.oneof(
  word.map((name) => `@${name}`),
  fc.record({ name: word, url: word }),
);
const life = {
  lifecycle: fc.constantFrom('active', 'deprecated', 'retired'),
  since: day,
  reason: word,
};

const environment = some(
  {
    name: word,
    vendor: word,
    aliases: list(word),
    level,
    architectures: fc.dictionary(fc.constantFrom('amd64', 'arm64'), level, { noNullPrototype: true }),
    maintainers: list(maintainer),
    images: list(word),
    evidence: list(evidence),
    caveats: list(caveat),
    history: list(fc.record({ on: day, level, reason: word })),
    ...life,
  },
  ['name', 'aliases', 'level', 'architectures', 'lifecycle', 'maintainers', 'images', 'evidence', 'caveats', 'history'],
) as unknown as fc.Arbitrary<Environment>;

const provider = some(
  {
    name: word,
    acronym: word,
    aliases: list(word),
    maintainers: list(maintainer),
    environments: list(word),
    stages: fc.dictionary(
      fc.constantFrom('image', 'test'),
      some(
        {
          status: fc.constantFrom('available', 'planned', 'withdrawn', 'unknown'),
          summary: word,
          evidence: list(evidence),
        },
        ['status', 'evidence'],
      ),
      { noNullPrototype: true },
    ),
    caveats: list(caveat),
    selection: fc.record({ field: word }),
    ...life,
  },
  ['name', 'acronym', 'aliases', 'lifecycle', 'environments', 'stages', 'caveats'],
) as unknown as fc.Arbitrary<Provider>;

const source = word.map((text) => ({ path: '', text }) as unknown as KeptFile);
const environments: fc.Arbitrary<EnvironmentEntry[]> = fc.uniqueArray(
  fc.record({ value: environment, source, id: word, category: fc.constantFrom('cloud', 'metal') }),
  { selector: ({ id, category }) => `${category}/${id}`, maxLength: 4 },
);
const providers: fc.Arbitrary<ProviderEntry[]> = fc.uniqueArray(fc.record({ value: provider, source, id: word }), {
  selector: ({ id }) => id,
  maxLength: 4,
});

const project = fc
  .record({ product: word, channels: list(fc.record({ id: word, label: word })) })
  .map((own) => ({ ...PROJECT, ...own }) as unknown as Matrix);

const dataset: fc.Arbitrary<Dataset> = fc
  .record({
    matrix: fc.record({ value: project, source }),
    environments,
    providers,
    watch: fc.option(
      fc.record({ value: fc.record({ listings: list(fc.record({ id: word, excused: list(word) })) }), source }),
      { nil: undefined },
    ),
    snapshot: fc.option(
      fc.record({
        collected: day,
        repositories: fc.dictionary(word, fc.record({ state: word }), { noNullPrototype: true }),
        issues: fc.constant({}),
        places: fc.constant({}),
      }),
      { nil: undefined },
    ),
    broken: fc.tuple(list(word), list(word)),
  })
  .map(({ broken, watch, snapshot, ...rest }) => ({
    ...rest,
    watch: watch as unknown as Dataset['watch'],
    snapshot: snapshot as unknown as Snapshot,
    environmentIds: new Set([...rest.environments.map(({ id }) => id), ...broken[0]]),
    providerIds: new Set([...rest.providers.map(({ id }) => id), ...broken[1]]),
  }));

/** Two revisions: some entries the same, some changed, some in one of them only. */
const revisions = fc
  .tuple(dataset, dataset, fc.infiniteStream(fc.boolean()))
  .map(([base, other, coins]): readonly [Dataset, Dataset] => {
    const mix = <Each extends { readonly id: string }>(
      ours: readonly Each[],
      theirs: readonly Each[],
      keyOf: (each: Each) => string,
    ): Each[] => {
      const kept = ours.filter(() => coins.next().value);
      const taken = new Set(kept.map(keyOf));
      return [...kept, ...theirs.filter((each) => !taken.has(keyOf(each)))];
    };
    return [
      base,
      {
        ...other,
        environments: mix(base.environments, other.environments, ({ id, category }) => `${category}/${id}`),
        providers: mix(base.providers, other.providers, ({ id }) => id),
        environmentIds: new Set([...base.environmentIds, ...other.environmentIds]),
        providerIds: new Set([...base.providerIds, ...other.providerIds]),
      },
    ];
  });

describe('values', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, word, fc.integer({ max: 3, min: 0 }), tie('list'), tie('map')),
    list: fc.array(tie('any'), { maxLength: 5 }),
    map: fc.dictionary(fc.constantFrom('a', 'id', 'evidence', 'caveats', 'summary'), tie('any'), {
      noNullPrototype: true,
    }),
  }));

  test('edits applied to the first give the second', () => {
    fc.assert(
      fc.property(value.map, value.map, (before, after) => {
        expect(applyEdits(before, diffValues(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  test('in any order', () => {
    fc.assert(
      fc.property(value.map, value.map, fc.infiniteStream(fc.nat()), (before, after, keys) => {
        const edits = diffValues(before, after);
        const shuffled = edits.map((edit) => [keys.next().value, edit] as const).sort(([a], [b]) => a - b);
        expect(
          applyEdits(
            before,
            shuffled.map(([, edit]) => edit),
          ),
        ).toEqual(after);
      }),
    );
  });

  test('equal values have none', () => {
    fc.assert(
      fc.property(value.map, (each) => {
        expect(diffValues(each, structuredClone(each))).toEqual([]);
      }),
    );
  });

  test('an item that only moved is not told as another one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2 }), fc.nat(), fc.nat(), (items, from, to) => {
        const rest = items.toSpliced(from % items.length, 1);
        const moved = rest.toSpliced(to % items.length, 0, items[from % items.length]!);
        const edits = diffValues(items, moved);
        expect(edits.length).toBeLessThanOrEqual(1);
        expect(edits.every(({ before, after }) => before === after)).toBe(true);
      }),
    );
  });
});

describe('datasets', () => {
  test('changes applied to the base give the head', () => {
    fc.assert(
      fc.property(revisions, ([base, head]) => {
        expect(applyChanges(factsOf(base), diffDatasets(base, head))).toEqual(factsOf(head));
      }),
      { numRuns: 200 },
    );
  });

  test('in any order', () => {
    fc.assert(
      fc.property(revisions, fc.infiniteStream(fc.nat()), ([base, head], keys) => {
        const changes = diffDatasets(base, head)
          .map((change) => [keys.next().value, change] as const)
          .sort(([a], [b]) => a - b)
          .map(([, change]) => ({ ...change, edits: change.edits.toReversed() }));
        expect(applyChanges(factsOf(base), changes)).toEqual(factsOf(head));
      }),
    );
  });

  test('every edit belongs to one change', () => {
    fc.assert(
      fc.property(revisions, ([base, head]) => {
        const edits = diffDatasets(base, head).flatMap((change) => change.edits);
        expect(new Set(edits).size).toBe(edits.length);
      }),
    );
  });

  test('equal datasets have no change', () => {
    fc.assert(
      fc.property(dataset, (each) => {
        expect(diffDatasets(each, structuredClone(each))).toEqual([]);
      }),
    );
  });

  test('a dataset differs from nothing by all that it holds', () => {
    fc.assert(
      fc.property(dataset, (each) => {
        const kinds = new Set(diffDatasets(undefined, each).map(({ kind }) => kind));
        expect([...kinds]).toEqual(['added']);
      }),
    );
  });

  test('the order of entries in a dataset does not matter', () => {
    fc.assert(
      fc.property(revisions, ([base, head]) => {
        const turned = ({ environments, providers, ...rest }: Dataset): Dataset => ({
          ...rest,
          environments: environments.toReversed(),
          providers: providers.toReversed(),
        });
        const summaries = [diffDatasets(base, head), diffDatasets(turned(base), turned(head))].map((changes) =>
          changes.map(({ kind, subject, edits }) => ({ kind, subject, edits })),
        );
        expect(summaries[0]).toEqual(summaries[1]);
      }),
    );
  });
});
