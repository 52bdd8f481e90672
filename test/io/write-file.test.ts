import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readData } from '../../src/io/read-data.ts';
import { writeTextFile } from '../../src/io/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MODULE = new URL('../../src/io/write-file.ts', import.meta.url).href;

test('a file is made with its folders, and replaced as a whole', async () => {
  const path = join(folder, 'a', 'b', 'file.json');
  await writeTextFile(path, 'a long first text');
  await writeTextFile(path, 'short');
  expect(readFileSync(path, 'utf8')).toBe('short');
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['file.json']);
});

test('where it cannot take its place, nothing is left behind', async () => {
  const path = join(folder, 'file.json');
  mkdirSync(path);
  await expect(writeTextFile(path, 'text')).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY/);
  expect(readdirSync(folder)).toEqual(['file.json']);
});

test('where the disk takes only a part, the old one stays, and nothing else', () => {
  const path = join(folder, 'file.json');
  writeFileSync(path, 'old');
  const program = `import { writeTextFile } from '${MODULE}';
    await writeTextFile(process.argv[1], 'x'.repeat(100_000)).catch(({ code }) => console.log(code));`;
  // A limit on the size of files fails in the middle, as a full disk does.
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', program, path],
    { encoding: 'utf8' },
  );
  expect({ stdout, text: readFileSync(path, 'utf8'), files: readdirSync(folder) }).toEqual({
    stdout: 'EFBIG\n',
    text: 'old',
    files: ['file.json'],
  });
});

test('whoever is killed while writing leaves the old file, and nothing that counts as data', async () => {
  const path = join(folder, 'generated', 'github.json');
  await writeTextFile(path, 'old');
  const program = `import { readdirSync } from 'node:fs';
    import { writeTextFile } from '${MODULE}';
    const [, path, folder] = process.argv;
    setInterval(() => readdirSync(folder).length > 1 && process.kill(process.pid, 'SIGKILL'), 1);
    await writeTextFile(path, 'x'.repeat(100_000_000));`;
  const generated = join(folder, 'generated');
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path, generated]);
  expect(signal).toBe('SIGKILL');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(generated)).toHaveLength(2);
  expect(readData(folder).map((file) => file.path)).toEqual(['generated/github.json']);
});
