import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const PARSE_YAML = new URL('../../src/dataset/parse-yaml.ts', import.meta.url);
const START_THREAD = new URL('../../src/io/start-thread.ts', import.meta.url);

/** What V8 tells of the code that it frees, and how the threads ended, while two of them load a module with types. */
function loadInThreads(start: string): string {
  const code = `
    import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    import { startThread } from '${START_THREAD.href}';
    const threads = [1, 2].map(() => ${start}(new URL('${PARSE_YAML.href}'), { execArgv: [] }));
    console.log('ended with', ...(await Promise.all(threads.map((thread) => once(thread, 'exit')))).flat());
  `;
  // As often as it can, and not from code that an earlier run has kept.
  const args = ['--stress-wasm-code-gc', '--trace-wasm-code-gc', '--input-type=module', '--eval', code];
  return execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
}

describe('code of WebAssembly', () => {
  test('is freed while threads of Node start', () => {
    expect(loadInThreads('new Worker')).toMatch(/\[wasm-gc\] Starting GC[^]*ended with 0 0/);
  });

  test('is kept while our threads start', () => {
    const told = loadInThreads('startThread');
    expect(told).toContain('ended with 0 0');
    expect(told).not.toContain('[wasm-gc]');
  });
});
