import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSynthetic } from '../../bench/synthetic.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { locate } from '../../src/dataset/source-file.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { readSite } from '../../src/site/load.ts';
import { readInThreads } from '../../src/site/read-in-threads.ts';

/** As many that threads read them. */
const COUNT = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
let first = '';

beforeAll(async () => {
  const matrix = { path: 'matrix.yaml', content: await readFile('data/matrix.yaml', 'utf8') };
  const files = buildSynthetic(parseDataset([matrix], 'data').dataset!.matrix.value, COUNT);
  first = files[0]!.path;
  writeNewFiles(folder, [matrix, ...files.map(({ path, text }) => ({ path, content: text }))]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('threads read what one would read', async () => {
  const [alone, together] = [await readSite(folder), await readInThreads(folder)];
  expect(together.dataset.environments.length).toBe(COUNT);
  expect(together).toEqual(alone);
  // Positions can still be told.
  const [entry] = together.dataset.environments;
  expect(locate(entry!.source, ['history', 0, 'reason'])).toEqual(
    locate(alone.dataset.environments[0]!.source, ['history', 0, 'reason']),
  );
});

test('a mistake is told in the words that one would use', async () => {
  const path = join(folder, first);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^level: .*$/m, 'level: gibtsnicht'));
  const [alone, together] = await Promise.all(
    [readSite(folder), readInThreads(folder)].map((read) =>
      read.then(String, (error: unknown) => (error as Error).message),
    ),
  );
  expect(together).toContain('unknown-level');
  expect(together).toBe(alone);
});
