import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';

/** The findings of two revisions, told apart. */
export interface Matched {
  readonly fresh: readonly Diagnostic[];
  readonly old: readonly Diagnostic[];
}

/** The findings of one revision and the texts that they are about. */
export interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Tells which findings of the head were there in the base. Lines move, so a finding is known by its rule, its file and
 * its words, first with the same text in its line and then without. `newPath` gives the path that a file has today.
 */
export function matchProblems(base: Judged, head: Judged, newPath: (path: string) => string): Matched {
  const lines = { base: new Map<string, readonly string[]>(), head: new Map<string, readonly string[]>() };
  const left = new Set(base.diagnostics);
  const old = new Set<Diagnostic>();
  for (const withLine of [true, false]) {
    const keyOf = (item: Diagnostic, side: 'base' | 'head', file: string): string =>
      JSON.stringify([
        item.ruleId,
        file,
        item.reason,
        withLine && lineOf(item, side === 'base' ? base : head, lines[side]),
      ]);
    const known = Map.groupBy(left, (item) => keyOf(item, 'base', newPath(item.file)));
    for (const item of head.diagnostics) {
      if (old.has(item)) continue;
      const same = known.get(keyOf(item, 'head', item.file))?.shift();
      if (same === undefined) continue;
      left.delete(same);
      old.add(item);
    }
  }
  return {
    fresh: head.diagnostics.filter((item) => !old.has(item)),
    old: head.diagnostics.filter((item) => old.has(item)),
  };
}

/** The text of the line that a finding is in; `cache` keeps the lines of each file. */
function lineOf(item: Diagnostic, { texts }: Judged, cache: Map<string, readonly string[]>): string | undefined {
  const lines = cache.get(item.file) ?? texts.get(item.file)?.split(/\r\n?|\n/) ?? [];
  cache.set(item.file, lines);
  return lines[startOf(item.place).line - 1]?.trim();
}
