import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { buildSynthetic } from '../../bench/synthetic.ts';
import type { DataFile } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';
import { locate } from '../../src/dataset/source-file.ts';
import { parseShares } from '../../src/io/parse-in-threads.ts';
import type { CleanFile, ParseWork } from '../../src/io/parse-thread.ts';
import { startThread } from '../../src/io/start-thread.ts';
import { MATRIX, MATRIX_PATH, ROOT } from '../support/acme-data.ts';

// It does what it does, and is counted.
vi.mock('../../src/dataset/parse-yaml.ts', { spy: true });

const matrix = { path: MATRIX_PATH, content: MATRIX };
const good: readonly DataFile[] = buildSynthetic(parseDataset([matrix], ROOT).dataset!.matrix.value, 60).map(
  ({ path, text }) => ({ path, content: text }),
);

/** Data with every kind of mistake, each in files that different threads come to. */
const bad = good.map(({ path, content }, index): DataFile => {
  const text = content as string;
  switch (index % 12) {
    case 1:
      return { path, content: text.replace(/^level: .*$/m, 'level: gibtsnicht') };
    case 2:
      return { path, content: `\ufeff${text}` };
    case 3:
      return { path, content: text.replace(/^name: (.*)$/m, 'name:   "$1"') };
    case 4:
      return { path, content: new TextEncoder().encode(text) };
    case 5:
      return { path, content: { kind: 'symbolic-link' } };
    case 6:
      return { path: path.replace(/[^/]*$/, 'No Id.yaml'), content: text };
    case 7:
      return { path, content: '' };
    default:
      return { path, content: text };
  }
});

test.each([
  ['good data', [matrix, ...good]],
  ['data with mistakes', [...bad, matrix]],
  ['data without a matrix', good],
  ['data with a matrix that is broken', [{ ...matrix, content: 'levels: [' }, ...bad]],
  ['no data', []],
])('threads find in %s what one would find', async (_name, files) => {
  const [one, several] = [parseDataset(files, ROOT), await parseShares(files, ROOT, 3)];
  expect(several.findings).toEqual(one.findings);
  expect(several.texts).toEqual(one.texts);
  expect(several.dataset).toEqual(one.dataset);
});

test('one of three threads parses a third, and what the others tell nothing of', async () => {
  const count = async (files: readonly DataFile[]): Promise<number> => {
    vi.mocked(parseYaml).mockClear();
    await parseShares(files, ROOT, 3);
    return vi.mocked(parseYaml).mock.calls.length;
  };
  expect(await count([matrix, ...good])).toBe(1 + Math.ceil(good.length / 3));
  expect(await count([matrix, ...bad])).toBeGreaterThan(1 + Math.ceil(good.length / 3));
});

test('a thread gives what there is nothing to report of, without its text', async () => {
  const workerData: ParseWork = { root: ROOT, files: [matrix, ...bad] };
  const thread = startThread(new URL('../../src/io/parse-thread.ts', import.meta.url), { workerData });
  const [clean] = (await once(thread, 'message')) as [readonly CleanFile[]];
  const { readings } = parseDataset([matrix, ...bad], ROOT);
  const expected = bad.filter(({ path, content }) => {
    const reading = readings.get(path);
    return reading?.value !== undefined && reading.findings.length === 0 && reading.text === content;
  });
  expect(clean.map(([path]) => path)).toEqual(expected.map(({ path }) => path).toSorted());
  expect(clean.length).toBeGreaterThan(bad.length / 3);
  expect(clean.every(([, { source }]) => source.text === '')).toBe(true);
});

test('what another thread parsed stands where it did', async () => {
  const { dataset } = await parseShares([matrix, ...good], ROOT, 3);
  for (const { id, source } of dataset!.environments) {
    const place = locate(source, ['name'])!;
    expect(source.text.split('\n')[place.start.line - 1]!.slice(place.start.column - 1), id).toMatch(/^\w/);
  }
  expect(dataset!.environments.length).toBeGreaterThan(40);
});
