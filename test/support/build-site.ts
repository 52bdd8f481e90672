import { execFile } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What leads a build to other data or to another address. */
const DIRECTIONS = /^(MATRIX_|SITE_URL$)/;

/**
 * Makes a folder for a built site. It is inside of the project, although out of sight: for a folder elsewhere Astro keeps
 * its intermediate files in one place, where two builds at the same time would meet.
 */
export async function makeSiteFolder(): Promise<string> {
  const cache = join(process.cwd(), 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  return mkdtemp(join(cache, 'matrix-site-'));
}

/**
 * Builds the site from a data folder into a folder, in a process of its own, whose environment may be told apart from
 * ours. Throws what the build printed where it fails.
 */
export async function buildSite(
  data: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !DIRECTIONS.test(name)));
  await execute(process.execPath, ['scripts/build.ts', '--data', data, '--out', folder], {
    env: { ...own, ...environment },
  });
}
