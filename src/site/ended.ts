import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** Waits for a thread to end. Throws what it throws, and where it ends before it is through with its work. */
export async function ended(thread: Worker): Promise<void> {
  const [code] = (await once(thread, 'exit')) as [number];
  if (code !== 0) throw new Error(`A thread ended with ${code} before it was through with its work.`);
}
