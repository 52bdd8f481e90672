import type { CST } from 'yaml';

/** A token of a YAML text, with the number of lists and mappings around it. */
export interface TokenVisit {
  readonly token: CST.Token;
  readonly depth: number;
}

/** Every token in the order of the text. Runs without recursion, because the text decides how deep it goes. */
export function* walkTokens(tokens: readonly CST.Token[]): Generator<TokenVisit> {
  const waiting: TokenVisit[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    yield visit;
    const depth = visit.depth + (isCollection(visit.token) ? 1 : 0);
    for (const token of childrenOf(visit.token).reverse()) waiting.push({ token, depth });
  }
}

/** Whether a token is a list or a mapping, in either of their forms. */
export function isCollection(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (isCollection(token)) {
    return (token.items as readonly CST.CollectionItem[]).flatMap((item) => [
      ...item.start,
      ...(item.key == null ? [] : [item.key]),
      ...(item.sep ?? []),
      ...(item.value === undefined ? [] : [item.value]),
    ]);
  }
  if (token.type === 'document') return [...token.start, ...(token.value === undefined ? [] : [token.value])];
  return token.type === 'block-scalar' ? [...token.props] : [];
}
