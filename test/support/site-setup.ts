import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { loadProject } from '../../src/site/load.ts';
import { siteAddress } from '../../src/site/address.ts';
import { findBrowser } from './browser.ts';
import { buildSite, makeSiteFolder } from './build-site.ts';
import { serveFolder } from './serve-folder.ts';

/** The built site that all tests of the project look at. */
export interface BuiltSite {
  /** Where it is served: `http://127.0.0.1:` and a port. */
  readonly origin: string;
  /** The path below it, with a slash at both ends. */
  readonly base: string;
  /** Where it will be published. */
  readonly address: string;
  /** Where its files are. */
  readonly folder: string;
  /** The browser to look at it with. */
  readonly executablePath: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly site: BuiltSite;
  }
}

/** Builds the site once for all tests, from the real data, and serves it until they are through. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // First, so that a machine without a browser is told so at once.
  const executablePath = findBrowser();
  const folder = await makeSiteFolder();
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await buildSite('data', folder);
  } catch (error) {
    await remove();
    throw error;
  }
  const { origin, base } = siteAddress(loadProject('data'));
  const server = await serveFolder(folder, base);
  project.provide('site', { origin: server.origin, base, address: origin, folder, executablePath });
  return async () => {
    await server.close();
    await remove();
  };
}
