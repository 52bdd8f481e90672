import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDataset } from '../src/dataset/parse-dataset.ts';
import { buildSynthetic } from './synthetic.ts';

/**
 * Writes a data folder of synthetic entries under the `matrix.yaml` of another one; what was in it is gone.
 * Throws where that file is not a valid matrix.
 */
export async function writeSynthetic(from: string, to: string, count: number): Promise<void> {
  const text = await readFile(join(from, 'matrix.yaml'), 'utf8');
  const { dataset, findings } = parseDataset([{ path: 'matrix.yaml', content: text }], from);
  if (dataset === undefined) throw new Error(`${from}/matrix.yaml is not valid: ${findings[0]?.reason ?? ''}`);
  const files = [{ path: 'matrix.yaml', text }, ...buildSynthetic(dataset.matrix.value, count)];
  await rm(to, { recursive: true, force: true });
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    await mkdir(join(to, folder), { recursive: true });
  }
  for (const file of files) await writeFile(join(to, file.path), file.text);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string' }, count: { type: 'string' } },
  });
  const { data = 'data', out, count = '1000' } = values;
  if (out === undefined) throw new Error('--out takes the folder to write; --count how many, --data whose matrix.');
  await writeSynthetic(data, out, Number(count));
}
