import { availableParallelism } from 'node:os';

/** Fewer files are read by one thread before another has started. */
const FEW = 3_000;

/** More threads would wait for the one that joins what they read. */
const MOST_THREADS = 4;

/** In how many threads so many files are read soonest on this machine. */
export function threadCount(files: number): number {
  return files < FEW ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}
