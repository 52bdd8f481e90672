import { expect, test } from 'vitest';
import { joinDatasets } from '../../src/dataset/dataset.ts';
import { datasetOf, ENVIRONMENT, MATRIX, MATRIX_PATH, PROVIDER } from '../support/acme-data.ts';

const file = (path: string, content: string) => ({ path, content: content.replace(/^name: .*/, `name: ${path}`) });

/** In the order of their paths, where a hyphen comes before a dot, and bare metal last. */
const FILES = [
  file('environments/cloud/acme-west.yaml', ENVIRONMENT),
  file('environments/cloud/acme.yaml', ENVIRONMENT),
  file('environments/metal/aardvark.yaml', ENVIRONMENT),
  file('providers/capx-west.yaml', PROVIDER.replace('CAPX', 'CAPXW')),
  file('providers/capx.yaml', PROVIDER),
];
const MATRIX_FILE = { path: MATRIX_PATH, content: MATRIX };

test('entries stand by category, then by id, whether they were read at once or in parts', () => {
  const whole = datasetOf([MATRIX_FILE, ...FILES]);
  expect(whole.environments.map(({ id }) => id)).toEqual(['acme', 'acme-west', 'aardvark']);
  expect(whole.providers.map(({ id }) => id)).toEqual(['capx', 'capx-west']);
  const parts = [...FILES.keys()].map((index) => datasetOf([MATRIX_FILE, FILES.at(-1 - index)!]));
  expect(joinDatasets([parts[0]!, ...parts.slice(1)])).toEqual(whole);
});
