import type { CST } from 'yaml';

type Block = CST.BlockMap | CST.BlockSequence;

/**
 * Gives comments and blank lines to what they stand above. Where a list or mapping ends in comments, the parser leaves it
 * all that stands above what follows, also what is further out. Changes the tokens.
 */
export function settleComments(tokens: readonly CST.Token[]): void {
  for (const token of tokens) if (token.type === 'document') settle(token.value);
}

/** Settles the comments within a token, and takes out what follows its own. */
function settle(token: CST.Token | null | undefined): readonly CST.SourceToken[] {
  if (token?.type !== 'block-map' && token?.type !== 'block-seq') return [];
  const items = (token as { items: { start: CST.SourceToken[]; key?: CST.Token | null; value?: CST.Token }[] }).items;
  for (let index = 0; index < items.length; index += 1) {
    const outer = [...settle(items[index]!.key), ...settle(items[index]!.value)];
    if (outer.length === 0) continue;
    const next = items[index + 1];
    if (next === undefined) items.push({ start: outer });
    else next.start = [...outer, ...next.start];
  }
  return takeOuter(token);
}

function takeOuter({ items, indent }: Block): readonly CST.SourceToken[] {
  const last = items.at(-1);
  // An item of comments alone has a start and nothing else.
  if (last === undefined || Object.keys(last).length > 1) return [];
  const outer = last.start.findIndex(({ type, indent: at }) => type === 'comment' && at < indent);
  // The line break behind the last comment that stays ends its line.
  const inner = last.start.slice(0, outer < 0 ? undefined : outer).findLastIndex(({ type }) => type === 'comment');
  return last.start.splice(inner < 0 ? 0 : inner + 2);
}
