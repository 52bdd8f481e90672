import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { changeFile } from '../io/change-file.ts';
import type { Address } from './address.ts';
import { loadSite, type SiteData } from './load.ts';
import { sharedPrerenderer, type Writing } from './prerenderer.ts';
import { serveFiles } from './serve-files.ts';
import { startWriting } from './start-writing.ts';

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
  let data: SiteData | undefined;
  let writing: ReturnType<typeof startWriting> | undefined;
  return {
    name: 'files',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const plugin = pageEntry((found) => {
          entry = found;
        });
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': async ({ logger, setPrerenderer }) => {
        const begin = (): Writing => {
          writing!.thread.postMessage(entry);
          return writing!;
        };
        setPrerenderer((local) => sharedPrerenderer(local, { address, out }, begin));
        // Data with errors ends the build here, while the site of an earlier one is still there.
        data = await loadSite(folder).catch((error: unknown) => {
          // Astro would put a line about this hook in front of what is wrong with the data.
          logger.options.level = 'silent';
          throw error;
        });
      },
      // From here on the folder is empty.
      'astro:build:setup': () => {
        writing = startWriting(folder, data!, address, out);
      },
      'astro:build:done': async () => {
        await writing!.help();
        await writing!.done;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveFiles(folder, address));
      },
    },
  };
}

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/** Bundles a module that makes pages, for another thread than Astro’s, which has its own; tells its address. */
function pageEntry(tell: (address: string) => void): VitePlugin {
  const fileName = 'page-entry.mjs';
  return {
    name: 'page-entry',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'astro/app/entrypoint', fileName });
    },
    writeBundle({ dir }) {
      tell(pathToFileURL(join(dir!, fileName)).href);
    },
  };
}
