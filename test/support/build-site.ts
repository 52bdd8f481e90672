import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What tells a process that it runs inside a test, or how: Astro, or Vite, could build something else then. */
const TEST_VARIABLES = /^(VITEST|VITE_|NODE_ENV$|MATRIX_|SITE_URL$|TEST$)/;

/**
 * Builds the site from a data folder into a folder, in a process of its own, whose environment may be told apart from
 * ours. Throws what the build printed where it fails.
 */
export async function buildSite(
  data: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !TEST_VARIABLES.test(name)));
  await execute(process.execPath, ['scripts/build.ts', '--data', data, '--out', folder], {
    env: { ...own, ...environment },
  });
}
