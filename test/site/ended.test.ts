import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { ended } from '../../src/site/ended.ts';

const run = (code: string): Promise<void> => ended(new Worker(new URL(`data:text/javascript,${code}`)));

test('a thread that is through with its work', async () => {
  await expect(run('1')).resolves.toBeUndefined();
});

test.each([
  ['ends early', 'process.exit(3)', 'ended with 3'],
  ['waits for what never comes', 'await new Promise(() => {})', 'ended with 13'],
  ['throws', 'throw new Error("no room")', 'no room'],
])('a thread that %s is a mistake', async (_, code, message) => {
  await expect(run(code)).rejects.toThrow(message);
});
