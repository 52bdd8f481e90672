// Loaded before a command with `node --import`: keeps compiled code, so that the next run starts in half the time.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));
enableCompileCache(folder);
// So do its threads, which look here.
process.env.NODE_COMPILE_CACHE ??= folder;
