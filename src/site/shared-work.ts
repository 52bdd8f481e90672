import { setImmediate } from 'node:timers/promises';
import { classify } from '../dataset/classify.ts';
import { listData } from '../io/read-data.ts';
import { writeNewFiles } from '../io/write-new-files.ts';

/**
 * A byte for each piece of work that two threads share: whether one has taken it, and whether the other one has done it.
 * Both see the same bytes.
 */
export type States = Uint8Array<SharedArrayBuffer>;

/** The pages of entries, of which there may be thousands: two threads make them, each those that it takes first. */
export interface SharedPages {
  /** Where each is, from the root of the site: `environments/aws-ec2/`. */
  readonly paths: readonly string[];
  readonly states: States;
}

/** What a byte says. */
const [FREE, TAKEN, DONE] = [0, 1, 2];

/** The part of all pages that the other thread makes alone, while Astro’s own is busy with what follows. */
const REST = 1 / 10;

/** Where the pages of the entries of a data folder are, from the root of the site: kind by kind. Throws like `listData`. */
export function listEntryPages(folder: string): readonly string[] {
  return listData(folder).flatMap((path) => {
    const role = classify(path);
    return role.kind === 'environment' || role.kind === 'provider' ? [`${role.kind}s/${role.id}/`] : [];
  });
}

/** Pieces of work of which none is taken. */
export function share(count: number): States {
  return new Uint8Array(new SharedArrayBuffer(count));
}

/** Takes a piece of work, unless it is taken already; returns whether it was to be had. */
export function take(states: States, index: number): boolean {
  return Atomics.compareExchange(states, index, FREE, TAKEN) === FREE;
}

/** Says that the other thread has done a piece; of what Astro’s own does nobody asks. */
export function markDone(states: States, index: number): void {
  Atomics.store(states, index, DONE);
}

/** Whether any piece can still be taken. */
export function isAnyFree(states: States): boolean {
  return states.includes(FREE);
}

/**
 * Whether the rest, from a page on, is the other thread’s, which comes from the end: little is left, and it has made a
 * page of the same kind, so that it has loaded all that such pages need.
 */
export function isRest({ paths, states }: SharedPages, index: number): boolean {
  const far = index + Math.floor(paths.length * REST);
  return states[far] === DONE && kindOf(paths[far]!) === kindOf(paths[index]!);
}

function kindOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/**
 * Makes a page and writes it into the folder of the site, at once: to wait for the system four times a page takes longer
 * than to write it. Throws where it cannot be made, or what `node:fs` throws.
 */
export async function makePage(out: string, path: string, make: () => Promise<Response>): Promise<void> {
  const response = await make().catch((cause: unknown) => {
    throw new Error(`The page ${path} could not be made.`, { cause });
  });
  if (response.status !== 200) throw new Error(`The page ${path} could not be made: ${response.status}.`);
  writeNewFiles(out, [{ path: `${path}index.html`, content: await response.bytes() }]);
  // Nothing here waits for the system, so that whatever does, such as what frees memory, would wait for the last page.
  await setImmediate();
}
