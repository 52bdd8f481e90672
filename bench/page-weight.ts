import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a page weighs with everything it needs to be shown and to work. */
export interface PageWeight {
  /** Each file, relative to the site’s folder, with its bytes as they are and compressed. */
  readonly files: readonly {
    readonly path: string;
    readonly raw: number;
    readonly gzip: number;
    readonly brotli: number;
  }[];
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Weighs a page of a built site: its HTML, and the styles and scripts it loads, each compressed alone as servers do. */
export function weighPage(site: string, page: string): PageWeight {
  const files = collectFiles(site, page).map((path) => {
    const content = readFileSync(join(site, path));
    return {
      path,
      raw: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      brotli: brotliCompressSync(content).length,
    };
  });
  const sum = (key: 'raw' | 'gzip' | 'brotli'): number => files.reduce((total, file) => total + file[key], 0);
  return { files, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}

/** The page and the styles and scripts that it, or a script of it, names. */
function collectFiles(site: string, page: string): readonly string[] {
  const found = [page];
  for (const path of found) {
    const text = readFileSync(join(site, path), 'utf8');
    for (const [, address = ''] of text.matchAll(/["'(]([^"'()\s<>]+\.(?:css|m?js))["')]/g)) {
      const file = locateFile(site, path, address);
      if (file !== undefined && !found.includes(file)) found.push(file);
    }
  }
  return found;
}

/** The file that an address leads to, whatever folder of its host the site is published in. */
function locateFile(site: string, from: string, address: string): string | undefined {
  const { pathname } = new URL(address, `https://site.example.org/${from}`);
  const parts = pathname.split('/').slice(1);
  return parts.map((_, start) => parts.slice(start).join('/')).find((path) => existsSync(join(site, path)));
}
