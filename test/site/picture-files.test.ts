import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPictures } from '../../src/outlets/pictures.ts';
import { drawPictures } from '../../src/site/picture-files.ts';
import { isAnyFree, share } from '../../src/site/shared-work.ts';
import { parseAcme } from '../support/parse-acme.ts';
import { listFiles } from '../support/built-pages.ts';

test('two threads draw each picture once', async () => {
  const out = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const dataset = parseAcme();
    const paths = listPictures(dataset).map(({ path }) => path);
    const states = share(paths.length);
    // A file that is there already would be a mistake.
    await Promise.all([drawPictures(dataset, states, out, 'first'), drawPictures(dataset, states, out, 'last')]);
    expect(isAnyFree(states)).toBe(false);
    expect(listFiles(out).toSorted()).toEqual(paths.toSorted());
    expect(paths.length).toBeGreaterThan(2);
  } finally {
    rmSync(out, { recursive: true });
  }
});
