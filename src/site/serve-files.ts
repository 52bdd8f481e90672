import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Address } from './address.ts';
import { listFiles, type SiteFile } from './files.ts';
import { loadSite } from './load.ts';
import { listPictureFiles } from './picture-files.ts';

/** What each kind of file says it is. */
const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** Answers a request, or leaves it to the next. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Answers what is asked of the site besides its pages, at paths from its root; makes each file when it is asked for. */
export function serveFiles(folder: string, address: Address): Middleware {
  let files: Promise<ReadonlyMap<string, SiteFile>> | undefined;
  const list = async (): Promise<ReadonlyMap<string, SiteFile>> => {
    const data = await loadSite(folder);
    const all = [...listFiles(data, address), ...listPictureFiles(data.dataset)];
    return new Map(all.map((file) => [file.path, file]));
  };
  return (request, response, next) => {
    const answer = async (): Promise<void> => {
      const pathname = request.url!.replace(/[?#].*$/, '');
      const file = (await (files ??= list())).get(pathname.slice(1).replace(/(^|\/)$/, '$1index.html'));
      if (file === undefined) next();
      else response.setHeader('content-type', TYPES[extname(file.path)]!).end(await file.make());
    };
    answer().catch(next);
  };
}
