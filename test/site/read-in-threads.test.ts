import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSynthetic } from '../../bench/synthetic.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { listData } from '../../src/io/read-data.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { readSite } from '../../src/site/load.ts';
import { readInThreads, readShares } from '../../src/site/read-in-threads.ts';

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
let first = '';

beforeAll(async () => {
  const matrix = { path: 'matrix.yaml', content: await readFile('data/matrix.yaml', 'utf8') };
  const files = buildSynthetic(parseDataset([matrix], 'data').dataset!.matrix.value, 300);
  first = files[0]!.path;
  writeNewFiles(folder, [matrix, ...files.map(({ path, text }) => ({ path, content: text }))]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('threads read what one would read', async () => {
  expect(await readShares(folder, listData(folder), 2)).toEqual(readSite(folder));
});

test('a file that one thread cannot read is a mistake for all', async () => {
  const [one, ...others] = listData(folder);
  expect(await readShares(folder, [one!, 'environments/public-cloud/gone.yaml', ...others], 2)).toBeUndefined();
});

test('a mistake is told in the words that one would use', async () => {
  const path = join(folder, first);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^level: .*$/m, 'level: gibtsnicht'));
  expect(await readShares(folder, listData(folder), 2)).toBeUndefined();
  await expect(readInThreads(folder)).rejects.toThrow(/unknown-level/);
});
