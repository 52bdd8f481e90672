import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { changeFile } from '../io/change-file.ts';
import { writeTextFile } from '../io/write-file.ts';
import { buildEditorSchemas } from '../outlets/editor-schemas.ts';
import { buildOutletSchemas } from '../outlets/outlet-schemas.ts';
import type { Address } from './address.ts';
import { ended } from './ended.ts';
import type { FilesWork } from './files-thread.ts';
import { loadSite } from './load.ts';
import { readInThreads } from './read-in-threads.ts';
import { serveFiles } from './serve-files.ts';

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
 * pages: as pages of Astro thousands of small files would take half as long again as everything else. The development
 * server makes each when it is asked for.
 */
export function files(folder: string, address: Address): AstroIntegration {
  let out = '';
  let written: Promise<unknown> | undefined;
  let thread: Worker | undefined;
  const write = async (): Promise<void> => {
    const workerData: FilesWork = { data: await loadSite(folder), address, out };
    thread = new Worker(new URL('./files-thread.ts', import.meta.url), { workerData });
    // Where the pages fail, nobody waits for it.
    thread.unref();
    await ended(thread);
  };
  return {
    name: 'files',
    hooks: {
      'astro:config:setup': ({ command }) => {
        // Threads read while Astro bundles.
        if (command === 'build') loadSite(folder, readInThreads).catch(() => undefined);
      },
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      // From here on the folder is empty.
      'astro:build:setup': () => {
        written = write();
        // What is wrong with the data, the pages say.
        written.catch(() => undefined);
      },
      'astro:build:done': async () => {
        thread?.ref();
        await written;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveFiles(folder, address));
      },
    },
  };
}

/** Puts the schemas of this data into the built site, over those of the first project that Astro copies. */
export function schemas(folder: string): AstroIntegration {
  return {
    name: 'schemas',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { value } = (await loadSite(folder)).dataset.matrix;
        for (const { name, text } of [...buildEditorSchemas(value), ...buildOutletSchemas(value)])
          await writeTextFile(fileURLToPath(new URL(`schema/${name}.json`, dir)), text);
      },
    },
  };
}
