import type { CST } from 'yaml';

/** Whether a token is a list or a mapping, in either of their forms. */
export function isCollection(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

/**
 * The first token, in the order of the text, that a test accepts. Goes as deep as lists and mappings are nested, which
 * must have been capped before.
 */
export function findToken(
  tokens: readonly CST.Token[] | undefined,
  accepts: (token: CST.Token) => boolean,
): CST.Token | undefined {
  if (tokens === undefined) return undefined;
  for (const token of tokens) {
    const found = findWithin(token, accepts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findWithin(
  token: CST.Token | null | undefined,
  accepts: (token: CST.Token) => boolean,
): CST.Token | undefined {
  if (token == null) return undefined;
  if (accepts(token)) return token;
  if (token.type === 'document') return findToken(token.start, accepts) ?? findWithin(token.value, accepts);
  if (token.type === 'block-scalar') return findToken(token.props, accepts);
  if (!isCollection(token)) return undefined;
  for (const { start, key, sep, value } of token.items) {
    const found =
      findToken(start, accepts) ?? findWithin(key, accepts) ?? findToken(sep, accepts) ?? findWithin(value, accepts);
    if (found !== undefined) return found;
  }
  return undefined;
}
