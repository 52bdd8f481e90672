import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { changeFile } from '../io/change-file.ts';
import { listPictures } from '../outlets/pictures.ts';
import type { Address } from './address.ts';
import { ended } from './ended.ts';
import { loadSite } from './load.ts';
import { sharedPrerenderer, type Writing } from './prerenderer.ts';
import { serveFiles } from './serve-files.ts';
import { isAnyFree, listEntryPages, share } from './shared-work.ts';
import type { WritePlace, WriteWork } from './write-thread.ts';

/**
 * Tells pages whether the development server makes them. `import.meta.env` would tell it too, but there a variable of the
 * machine, such as NODE_ENV, overrules what Astro knows.
 */
export function developmentFlag(): AstroIntegration {
  return {
    name: 'development-flag',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { IN_DEVELOPMENT: String(command === 'dev') } } });
      },
    },
  };
}

/**
 * Lets the first page be drawn only when its script has run: a shared address shows what it asks for at once, and rows
 * come in with several pictures instead of one that takes long. Astro bundles only scripts that have no attributes.
 */
export function scriptFirst(): AstroIntegration {
  return {
    name: 'script-first',
    hooks: {
      'astro:build:done': ({ dir }) => {
        changeFile(fileURLToPath(new URL('index.html', dir)), (html) =>
          html.replace('<script type="module" ', '<script type="module" blocking="render" '),
        );
      },
    },
  };
}

/**
 * Adds to the site what is no page of Astro. For a build another thread makes it of the same data while Astro makes the
 * pages: as pages of Astro thousands of small files would take half as long again as everything else. Whichever is through
 * first helps the other one, with pages or with pictures. The development server makes each file when it is asked for.
 */
export function files(folder: string, address: Address): AstroIntegration {
  let out = '';
  /** The address of a module that makes pages; the one that Astro bundles is for its own thread. */
  let entry = '';
  let writing: ReturnType<typeof start> | undefined;
  const start = async (): Promise<Writing & { readonly help: () => Promise<void> }> => {
    // It gets ready while the data is being read.
    const workerData: WritePlace = { folder, address, out };
    const thread = new Worker(new URL('./write-thread.ts', import.meta.url), { workerData, env: { ...process.env } });
    // Where Astro’s own thread fails, nobody waits for it.
    thread.unref();
    const done = ended(thread);
    done.catch(() => undefined);
    const data = await loadSite(folder);
    const paths = listEntryPages(folder);
    const pages = { paths, states: share(paths.length) };
    const pictures = share(listPictures(data.dataset).length);
    const work: WriteWork = { data, pages, pictures };
    thread.postMessage(work);
    const help = async (): Promise<void> => {
      if (!isAnyFree(pictures)) return;
      const { drawPictures } = await import('./picture-files.ts');
      await drawPictures(data.dataset, pictures, out, 'first');
    };
    return { thread, done, pages, help };
  };
  return {
    name: 'files',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'page-entry',
                applyToEnvironment: ({ name }) => name === 'prerender',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: 'astro/app/entrypoint', fileName: 'page-entry.mjs' });
                },
                writeBundle({ dir }) {
                  entry = pathToFileURL(join(dir!, 'page-entry.mjs')).href;
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const begin = async (): Promise<Writing> => {
          (await writing!).thread.postMessage(entry);
          return writing!;
        };
        setPrerenderer((local) => sharedPrerenderer(local, { address, out }, begin));
      },
      // From here on the folder is empty.
      'astro:build:setup': () => {
        writing = start();
        // What is wrong with the data, the pages say.
        writing.catch(() => undefined);
      },
      'astro:build:done': async () => {
        const { done, help } = await writing!;
        await help();
        await done;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveFiles(folder, address));
      },
    },
  };
}
