import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread of a module. Node takes the types off what a thread loads in WebAssembly, and V8 can end the process
 * where one thread frees code of that while others register theirs (https://github.com/bardesss/haelan/pull/187). So
 * none of it is freed while the process lives, which is not for long.
 */
export function startThread(module: URL, options: WorkerOptions): Worker {
  setFlagsFromString('--no-wasm-code-gc');
  return new Worker(module, options);
}
