import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../src/commands/usage-error.ts';
import { replaceFolder } from '../../src/io/replace-folder.ts';
import { dataFolder } from './run.ts';

/** The options that all commands about the site take. */
export const SITE_OPTIONS = ['data', 'out'] as const;

/**
 * Where sites are made. For a folder outside of the project Astro keeps its intermediate files in one place, where two
 * builds at the same time would meet.
 */
const WORKSHOP = 'node_modules/.cache';

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

/**
 * Builds the site into a folder, in the place of what is there: that stays until all of the new site is made. Throws a
 * UsageError where nothing can be written there, or with the validator’s words where the data has errors.
 */
export async function buildSite(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
    .then(() => access(out, constants.W_OK))
    .catch((error: unknown) => {
      throw new UsageError(`--out takes a folder that can be written to: ${(error as Error).message}`);
    });
  const { build } = await import('astro');
  await mkdir(WORKSHOP, { recursive: true });
  const made = resolve(await mkdtemp(join(WORKSHOP, 'site-')));
  process.env.MATRIX_OUT = made;
  try {
    await build({ logLevel: 'warn' });
    await replaceFolder(made, out);
  } catch (error) {
    // What cannot be removed lies out of sight; the mistake must not be hidden by it.
    await rm(made, { recursive: true, force: true }).catch(() => undefined);
    if ((error as Error).name === 'DataError') throw new UsageError((error as Error).message);
    throw error;
  } finally {
    process.env.MATRIX_OUT = out;
  }
}
