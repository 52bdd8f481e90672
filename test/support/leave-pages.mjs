// Loaded before a build: Astro’s own thread finds all shared pages taken, so that the other one makes them.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) Atomics.compareExchange = () => 1;
