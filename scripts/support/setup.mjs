// Loaded before a command with `node --import`: what has to be settled before anything else is loaded.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept, so that the next run starts in half the time.
const folder = fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));
enableCompileCache(folder);
// So do its threads, which look here.
process.env.NODE_COMPILE_CACHE ??= folder;

// The bundler would take memory in pieces of 2 MB and use little of each: a seventh of all that a build takes.
process.env.MIMALLOC_ALLOW_THP ??= '0';
