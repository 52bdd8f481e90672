import { createHash } from 'node:crypto';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { accentStyle } from './src/site/accent.ts';
import { loadProject } from './src/site/load.ts';
import { siteAddress } from './src/site/address.ts';

// The address comes from the data, or from SITE_URL where the same data is published elsewhere.
const project = await loadProject(process.env.MATRIX_DATA ?? 'data');
const { origin, base } = siteAddress(project, process.env.SITE_URL);

const accentHash = createHash('sha256').update(accentStyle(project.accent)).digest('base64');

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  outDir: process.env.MATRIX_OUT ?? 'dist',
  integrations: [sitemap()],
  build: { inlineStylesheets: 'always', concurrency: 4 },
  // No page is written in Markdown files, and Shiki would bring inline styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"], hashes: [`sha256-${accentHash}`] },
    },
  },
});
