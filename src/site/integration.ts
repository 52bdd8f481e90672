import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeNewFiles } from '../io/write-new-files.ts';
import { redirectsOf } from '../matrix/names.ts';
import { loadSite } from './load.ts';
import { renderRedirect } from './redirects.ts';

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

/** Adds to the built site a page at every old address: aliases, and ids that a file had before. */
export function redirects(folder: string, base: string): AstroIntegration {
  return {
    name: 'redirects',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { dataset } = await loadSite(folder);
        const pages = (['environments', 'providers'] as const).flatMap((kind) =>
          [...redirectsOf(dataset[kind])].map(([from, to]) => ({
            path: `${kind}/${from}/index.html`,
            text: renderRedirect(`${base}${kind}/${to}/`),
          })),
        );
        writeNewFiles(fileURLToPath(dir), pages);
      },
    },
  };
}
