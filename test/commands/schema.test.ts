import { expect, test } from 'vitest';
import { schema } from '../../src/commands/schema.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { ACME, MATRIX, MATRIX_PATH } from '../support/acme-data.ts';

test('makes one file for each kind of data and each JSON outlet, from the matrix alone', () => {
  const broken = ACME.map((file) => (file.path === MATRIX_PATH ? file : { ...file, content: 'no: [entry' }));
  const { files, ...result } = schema(broken, 'data');
  expect(files.map(({ path }) => path)).toEqual([
    'matrix.json',
    'environment.json',
    'provider.json',
    'watch.json',
    'snapshot.json',
    'matrix-outlet.json',
    'environment-outlet.json',
    'review.json',
  ]);
  expect(files.map(({ text }) => (JSON.parse(text) as { $id: string }).$id)).toEqual(
    files.map(({ path }) => `https://acme.example.org/matrix/schema/${path}`),
  );
  expect(result).toMatchObject({ output: '', exitCode: 0 });
});

test.each([
  ['there is no matrix', []],
  ['the matrix has a mistake', [{ path: MATRIX_PATH, content: MATRIX.replace('levels:', 'level:') }]],
])('makes nothing where %s', (_, files) => {
  expect(() => schema(files, 'data')).toThrow(UsageError);
});
