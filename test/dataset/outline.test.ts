import { expect, test } from 'vitest';
import { buildSynthetic } from '../../bench/synthetic.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';
import { type DataPath, keepFile, locate, type Target } from '../../src/dataset/source-file.ts';
import { MATRIX, MATRIX_PATH, ROOT } from '../support/acme-data.ts';

const matrix = parseDataset([{ path: MATRIX_PATH, content: MATRIX }], ROOT).dataset!.matrix.value;

const ODD = `"name" : 'Acme'
1: one
blank:
null: ~
list:
  -
  - [a, { b: c }]
  - - d
empty: {}
`;

/** The paths of all values, and below each one path that leads nowhere. */
function* pathsOf(value: unknown, path: DataPath = []): Generator<DataPath> {
  yield path;
  yield [...path, 'nowhere'];
  yield [...path, 99, 'nowhere'];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
}

test('an outline places everything where the document does', () => {
  const targets: readonly Target[] = ['value', 'key', 'pair'];
  let compared = 0;
  for (const text of [MATRIX, ODD, ...buildSynthetic(matrix, 20).map((file) => file.text)]) {
    const { source, value } = parseYaml('x.yaml', text);
    const kept = keepFile(source!);
    for (const path of pathsOf(value)) {
      for (const target of targets) {
        expect(locate(kept, path, target), `${path.join('.')}, ${target}`).toEqual(locate(source!, path, target));
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(10_000);
});
