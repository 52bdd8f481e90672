import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** A running server. */
export interface FolderServer {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves a folder below a path, as a host of static pages does: `index.html` for an address that ends with a slash, and
 * `404.html` with status 404 for what is not there. Whatever is outside the path is not there either. It packs what it
 * sends, and lets it be kept for ten minutes, as GitHub Pages does.
 */
export async function serveFolder(folder: string, base: string): Promise<FolderServer> {
  const read = async (path: string): Promise<Buffer | undefined> => {
    try {
      return await readFile(join(folder, path));
    } catch {
      return undefined;
    }
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
      const path = inside === undefined ? '404.html' : `${inside}${/(^|\/)$/.test(inside) ? 'index.html' : ''}`;
      const found = inside === undefined ? undefined : await read(path);
      const type = found === undefined ? TYPES['.html'] : (TYPES[extname(path)] ?? 'application/octet-stream');
      const body = found ?? (await read('404.html'));
      const isPacked = body !== undefined && /\bgzip\b/.test(String(request.headers['accept-encoding']));
      response.writeHead(found === undefined ? 404 : 200, {
        'content-type': type,
        'cache-control': 'max-age=600',
        ...(isPacked && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
      });
      response.end(isPacked ? await pack(body) : body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
