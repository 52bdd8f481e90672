import type { RowFacts } from '../matrix/find.ts';
import { type FindRow, parseFacets, parseRanks } from '../matrix/find-rows.ts';
import { addWords, type WordIndex } from '../matrix/find-text.ts';

/** How long reading may take without a pause, in milliseconds: half of a picture on most screens. */
const PIECE = 8;

/**
 * Reads what the rows of a table are found by from their attributes: in pieces while the browser is idle, and the rest at
 * once when somebody asks for it.
 */
export function readRows(rows: readonly HTMLTableRowElement[]): () => RowFacts {
  const facts: FindRow[] = [];
  const words: WordIndex = new Map();
  const read = (until: number): void => {
    while (facts.length < rows.length && performance.now() < until) {
      const row = rows[facts.length]!;
      const valueOf = (name: string): string => row.getAttribute(`data-${name}`) ?? '';
      addWords(words, facts.length, valueOf('words').split(' '));
      let ranks: FindRow['ranks'] | undefined;
      facts.push({
        facets: parseFacets(valueOf('facets')),
        // Many pages are never sorted.
        get ranks() {
          return (ranks ??= parseRanks(valueOf('ranks')));
        },
      });
    }
  };
  const readPiece = (): void => {
    read(performance.now() + PIECE);
    if (facts.length < rows.length) whenIdle(readPiece);
  };
  whenIdle(readPiece);
  return () => {
    read(Infinity);
    return { rows: facts, words };
  };
}

function whenIdle(act: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 1);
}
