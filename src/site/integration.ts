import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { changeFile } from '../io/change-file.ts';
import { writeTextFile } from '../io/write-file.ts';
import { buildEditorSchemas } from '../outlets/editor-schemas.ts';
import { buildOutletSchemas } from '../outlets/outlet-schemas.ts';
import { loadSite, type SiteData } from './load.ts';
import type { SmallFilesWork } from './small-files-worker.ts';
import type { SmallFilesOptions } from './write-small-files.ts';

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
 * Adds to the built site what is no page of Astro. Another thread makes it of the same data while Astro makes the pages.
 */
export function smallFiles(folder: string, place: Omit<SmallFilesOptions, 'out'>): AstroIntegration {
  let out = '';
  let thread: Worker | undefined;
  let written: Promise<unknown> | undefined;
  return {
    name: 'small-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      // From here on the folder is empty.
      'astro:build:setup': async () => {
        // What is wrong with the data, the pages say.
        const data = await loadSite(folder).catch(() => undefined);
        if (data === undefined) return;
        const workerData: SmallFilesWork = { data: withoutSources(data), options: { ...place, out } };
        thread = new Worker(new URL('./small-files-worker.ts', import.meta.url), { workerData });
        // Where the pages fail, nobody waits for it.
        thread.unref();
        written = once(thread, 'exit');
        written.catch(() => undefined);
      },
      'astro:build:done': async () => {
        thread?.ref();
        await written;
      },
    },
  };
}

/** The data as it can be sent to a thread: places in a text are found by functions. */
function withoutSources({ dataset, asOf }: SiteData): SiteData {
  const strip = <Each extends { readonly source: unknown }>(entry: Each): Each => ({ ...entry, source: undefined });
  const { matrix, environments, providers, watch } = dataset;
  return {
    asOf,
    dataset: {
      ...dataset,
      matrix: strip(matrix),
      environments: environments.map(strip),
      providers: providers.map(strip),
      watch: watch && strip(watch),
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
