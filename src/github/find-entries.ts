import { runInNewContext } from 'node:vm';

/** The longest text that is looked through, in characters. */
const MAX_TEXT = 4_000_000;

/** How long an expression may take over a whole listing, in milliseconds. */
const MAX_TIME = 1000;

/** The names of a pattern’s entries in some lines, or why they could not be found. */
export type Entries =
  | { readonly entries: readonly string[]; readonly reason?: undefined }
  | { readonly entries?: undefined; readonly reason: string };

/** A program of a fixed text; what it works on are values. */
const PROGRAM = `
  const expression = new RegExp(pattern, 'gv');
  JSON.stringify(lines.flatMap((line) => Array.from(line.matchAll(expression), ({ groups }) => groups?.entry ?? '')));
`;

/**
 * Finds what the group `entry` of a pattern holds, every time that it fits in a line: sorted, each once. The pattern was
 * written by whoever wrote the data, so it runs for a limited time only.
 */
export function findEntries(lines: readonly string[], pattern: string): Entries {
  if (lines.reduce((length, line) => length + line.length, 0) > MAX_TEXT) return { reason: 'The listing is too long.' };
  try {
    const found = runInNewContext(PROGRAM, { lines: [...lines], pattern }, { timeout: MAX_TIME }) as string;
    const entries = [...new Set(JSON.parse(found) as string[])].filter((entry) => entry !== '').sort();
    // A listing that has lost all its entries at once was written differently, rather than emptied.
    return entries.length === 0 ? { reason: 'Nothing in the listing fits the pattern.' } : { entries };
  } catch {
    return { reason: 'The pattern cannot be used: it takes too long, or is no regular expression.' };
  }
}
