import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { REFERRING, WORLD } from '../support/github-data.ts';
import { runSync } from '../support/github-run.ts';
import { type GithubServer, startGithub, TOKEN } from '../support/github-server.ts';

const DAY = '2026-11-20';
const SCRIPT = fileURLToPath(new URL('../../scripts/sync.ts', import.meta.url));

let github: GithubServer;
afterEach(async () => {
  expect(github.wrong).toEqual([]);
  await github.close();
});

test('as a process, against GitHub Enterprise: the same snapshot, and one line for each quarter of the way', async () => {
  github = await startGithub(WORLD, true);
  const { written } = await runSync(REFERRING, github, { asOf: DAY });
  const folder = mkdtempSync(join(tmpdir(), 'sync-'));
  try {
    writeNewFiles(folder, REFERRING);
    const env = {
      ...process.env,
      GITHUB_TOKEN: TOKEN,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
    };
    const child = spawn(process.execPath, [SCRIPT, '--data', folder, '--as-of', DAY, '--check'], { env });
    const exit = new Promise((resolve) => child.on('close', resolve));
    const [output, message, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 0 });
    expect(message.match(/^Asking GitHub: \d+ of 18/gm)).toHaveLength(5);
    expect(message).toMatch(/\n3 requests, 2 points of GraphQL; .*\n.* written\.\nNo drift\.\n$/);
    expect(readFileSync(join(folder, SNAPSHOT_PATH), 'utf8')).toBe(written);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
