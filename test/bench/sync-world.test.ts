import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildWorld } from '../../bench/sync-world.ts';
import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { findReferences } from '../../src/dataset/references.ts';
import { readData } from '../../src/io/read-data.ts';
import { ROOT } from '../support/acme-data.ts';
import { runSync } from '../support/github-run.ts';
import { startGithub } from '../support/github-server.ts';

test('a GitHub that is as the data of this repository says answers all of it, in few requests', async () => {
  const folder = readData(fileURLToPath(new URL('../../data', import.meta.url)));
  // What the real one has answered before is no part of it.
  const files = folder.filter(({ path }) => path !== SNAPSHOT_PATH);
  const dataset = parseDataset(files, ROOT).dataset!;
  const references = Object.values(findReferences(dataset)).flat().length;
  const github = await startGithub(buildWorld(dataset));
  try {
    const { message } = await runSync(files, github, { asOf: '2026-11-22' });
    expect(message).toContain(`  ${references} fresh:`);
    expect(message).toContain('  0 failed');
    // The promise is 15 requests for a thousand references; only REST tells how workflows ran, one at a time.
    const queries = github.requests.filter(({ graphql }) => graphql !== undefined);
    expect(queries.length).toBeLessThanOrEqual(Math.ceil((references * 15) / 1000));
    expect(github.wrong).toEqual([]);
  } finally {
    await github.close();
  }
});
