import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ACME } from '../support/acme-data.ts';
import { buildSite, makeSiteFolder } from '../support/build-site.ts';
import { listFiles } from '../support/built-pages.ts';

test('another project gets its own matrix by writing its own data', async () => {
  const folder = await makeSiteFolder();
  try {
    const [data, out] = [join(folder, 'data'), join(folder, 'site')];
    for (const { path, content } of ACME) {
      await mkdir(dirname(join(data, path)), { recursive: true });
      await writeFile(join(data, path), content);
    }
    await buildSite(data, out);
    const pages = listFiles(out).filter((path) => path.endsWith('.html'));
    expect(pages).toContain('environments/acme/index.html');
    const texts = await Promise.all(pages.map((path) => readFile(join(out, path), 'utf8')));
    // Nothing of the first project may be left in a page of another one.
    expect(pages.filter((_, index) => /flatcar/i.test(texts[index]!))).toEqual([]);
    expect(texts[pages.indexOf('index.html')]).toContain('Acme');
  } finally {
    await rm(folder, { recursive: true });
  }
});
