import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../src/commands/usage-error.ts';
import { type Address, siteAddress } from '../../src/site/address.ts';
import { loadProject, loadSite } from '../../src/site/load.ts';
import { readInThreads } from '../../src/site/read-in-threads.ts';
import { listGivenData } from './data.ts';
import { dataFolder, givenPath } from './run.ts';

/** The options that all commands about the site take. */
export const SITE_OPTIONS = ['data', 'out'] as const;

/** A site that Astro can be started for: where its data is, where its pages go, and its address. */
interface PreparedSite extends Address {
  readonly folder: string;
  readonly out: string;
}

/** The errors that say what is wrong with the data or with the call. Astro bundles their classes, so they go by name. */
const TOLD: ReadonlySet<string> = new Set(['DataError', 'AddressError']);

/**
 * Tells the site, which Astro starts on its own, where the data is and where pages go. Pages are made by code that
 * Astro bundles, so the environment is the one way in.
 * Throws a UsageError where there is no data folder, no project in it, or no address to publish it at.
 */
export function prepareSite(values: Readonly<Record<string, string | undefined>>): PreparedSite {
  const out = outFolder(values.out);
  const folder = dataFolder(values.data);
  process.env.MATRIX_DATA = folder;
  process.env.MATRIX_OUT = out;
  // Astro asks over the network whether to count this run; a build never touches the network.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  listGivenData(folder);
  try {
    return { folder, out, ...siteAddress(loadProject(folder), process.env.SITE_URL) };
  } catch (error) {
    throw tell(error as Error);
  }
}

function outFolder(value: string | undefined): string {
  const { MATRIX_OUT: set = '' } = process.env;
  return resolve(givenPath('out', value, set === '' ? 'dist' : set));
}

/**
 * Builds the site. Throws a UsageError with the validator’s words where the data has errors, or for a folder that cannot
 * be written to, or that something else would be deleted from.
 */
export async function buildSite({ folder, out }: PreparedSite): Promise<void> {
  checkOut(out);
  // Threads read while Astro gets ready, which then asks for what they read.
  loadSite(folder, readInThreads).catch(() => undefined);
  const { build } = await import('astro');
  try {
    await build({ logLevel: 'warn' });
  } catch (error) {
    // Astro moves files there from the project.
    if ((error as NodeJS.ErrnoException).code === 'EXDEV')
      throw new UsageError('--out takes a folder on the file system that the project is on.');
    throw tell(error as Error);
  }
}

/** Refuses a folder that has anything but an earlier site in it: Astro empties it. */
function checkOut(out: string): void {
  if (!existsSync(out)) return;
  // What a build puts there first, so that one that failed is known as well; what it is copied from is no site.
  const isSite = existsSync(join(out, 'schema', 'matrix.json')) && out !== resolve('public');
  if (!isSite && listFolder(out).some((name) => name !== '.git'))
    throw new UsageError(`--out takes a new folder, an empty one or an earlier site: what is in ${out} would be lost.`);
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UsageError(`--out takes a folder: ${(error as Error).message}`);
  }
}

function tell(error: Error): Error {
  return TOLD.has(error.name) ? new UsageError(error.message) : error;
}
