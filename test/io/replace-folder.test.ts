import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { replaceFolder } from '../../src/io/replace-folder.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';

/** A folder in memory, which is another file system than the one of temporary files where Linux has both. */
const MEMORY = '/dev/shm';

const folders: string[] = [];
const makeFolder = (parent = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, 'replace-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const NEW = [
  { path: 'index.html', content: 'new' },
  { path: 'deep/in/it.txt', content: 'new' },
];

test.each([
  ['on the same file system', tmpdir()],
  ['on another', existsSync(MEMORY) ? MEMORY : tmpdir()],
])('what was there is replaced, %s', async (_, parent) => {
  const [from, to] = [makeFolder(), makeFolder(parent)];
  if (parent === MEMORY) expect(statSync(to).dev).not.toBe(statSync(from).dev);
  writeNewFiles(from, NEW);
  writeNewFiles(to, [
    { path: 'index.html', content: 'old' },
    { path: 'old/index.html', content: 'old' },
    { path: '.git/HEAD', content: 'kept' },
  ]);
  await replaceFolder(from, to);
  expect(existsSync(from)).toBe(false);
  expect(readdirSync(to).toSorted()).toEqual(['.git', 'deep', 'index.html']);
  for (const { path } of NEW) expect(readFileSync(join(to, path), 'utf8')).toBe('new');
});

test('the folder need not be there', async () => {
  const [from, parent] = [makeFolder(), makeFolder()];
  writeNewFiles(from, NEW);
  await replaceFolder(from, join(parent, 'not/yet'));
  expect(readdirSync(join(parent, 'not/yet')).toSorted()).toEqual(['deep', 'index.html']);
});
