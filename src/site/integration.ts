import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { changeFile } from '../io/change-file.ts';
import { readPictureAssets } from '../io/read-picture-assets.ts';
import { writeNewFiles } from '../io/write-new-files.ts';
import { providersByEnvironment } from '../matrix/matrix-view.ts';
import { redirectsOf } from '../matrix/names.ts';
import { buildEnvironmentOutlet, formatOutlet } from '../outlets/build-outlet.ts';
import { buildBadge, formatBadge } from '../outlets/format-badge.ts';
import { createPainter } from '../outlets/picture.ts';
import { listPictures } from '../outlets/pictures.ts';
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
            content: renderRedirect(`${base}${kind}/${to}/`),
          })),
        );
        writeNewFiles(fileURLToPath(dir), pages);
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

/** Adds to the built site the pictures that previews of its pages show. */
export function pictures(folder: string): AstroIntegration {
  return {
    name: 'pictures',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { dataset } = await loadSite(folder);
        const paint = await createPainter(readPictureAssets());
        for (const { path, picture } of listPictures(dataset))
          writeNewFiles(fileURLToPath(dir), [{ path, content: await paint(picture) }]);
      },
    },
  };
}

/**
 * Adds to the built site the JSON and the badge of each environment. `site` is the address of the site, without a slash
 * at the end. As pages of Astro these small files would take half as long again as everything else.
 */
export function outlets(folder: string, site: string): AstroIntegration {
  return {
    name: 'outlets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { dataset, asOf } = await loadSite(folder);
        const source = { dataset, asOf, site, providersOf: providersByEnvironment(dataset) };
        for (const entry of dataset.environments)
          writeNewFiles(fileURLToPath(dir), [
            {
              path: `environments/${entry.id}.json`,
              content: formatOutlet(buildEnvironmentOutlet(entry, source)),
            },
            { path: `badges/${entry.id}.svg`, content: formatBadge(buildBadge(entry, dataset)) },
          ]);
      },
    },
  };
}
