import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { siteAddress } from './src/site/address.ts';
import { developmentFlag, files, scriptFirst } from './src/site/integration.ts';
import { loadProject } from './src/site/load.ts';
import { listEntryPages } from './src/site/shared-work.ts';

// The address comes from the data, or from SITE_URL where the same data is published elsewhere.
const folder = process.env.MATRIX_DATA ?? 'data';
const { origin, base } = siteAddress(loadProject(folder), process.env.SITE_URL);

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  outDir: process.env.MATRIX_OUT ?? 'dist',
  integrations: [
    // Of these pages Astro does not know.
    sitemap({ customPages: listEntryPages(folder).map((path) => `${origin}${base}${path}`) }),
    scriptFirst(),
    // Waits for the thread beside Astro’s, so that it comes last.
    files(folder, { origin, base }),
    developmentFlag(),
  ],
  // Styles and scripts are files of their own: cached from page to page, and allowed by the content security policy as such.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  vite: {
    build: { assetsInlineLimit: 0 },
    // The validator runs in a worker, where there is no document: packages that have code for that say so by this word.
    environments: { client: { resolve: { conditions: ['worker', 'module', 'browser', 'development|production'] } } },
  },
  // No page is written in Markdown files, and Shiki would bring inline styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
