import { resolve } from 'node:path';
import { UsageError } from '../../src/commands/usage-error.ts';
import { loadSite } from '../../src/site/load.ts';
import { readInThreads } from '../../src/site/read-in-threads.ts';
import { dataFolder } from './run.ts';

/** The options that all commands about the site take. */
export const SITE_OPTIONS = ['data', 'out'] as const;

/**
 * Tells the site, which Astro starts on its own, where the data is and where pages go. Pages are made by code that
 * Astro bundles, so the environment is the one way in.
 */
export function prepareSite(values: Readonly<Record<string, string | undefined>>): { readonly out: string } {
  const out = resolve(values.out ?? process.env.MATRIX_OUT ?? 'dist');
  process.env.MATRIX_DATA = dataFolder(values.data);
  process.env.MATRIX_OUT = out;
  // Astro asks over the network whether to count this run; a build never touches the network.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return { out };
}

/** Builds the site. Throws a UsageError with the validator’s words where the data has errors, or for a folder that cannot be. */
export async function buildSite(): Promise<void> {
  // Threads read while Astro gets ready. What is wrong with the data, the pages say.
  loadSite(process.env.MATRIX_DATA!, readInThreads).catch(() => undefined);
  const { build } = await import('astro');
  try {
    await build({ logLevel: 'warn' });
  } catch (error) {
    if ((error as Error).name === 'DataError') throw new UsageError((error as Error).message);
    // Astro moves files there from the project.
    if ((error as NodeJS.ErrnoException).code === 'EXDEV')
      throw new UsageError('--out takes a folder on the file system that the project is on.');
    throw error;
  }
}
