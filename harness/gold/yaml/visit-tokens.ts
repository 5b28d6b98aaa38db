import type { CST } from 'yaml';

/**
 * Visits tokens and all tokens inside them, each before those that it holds, in the order of the text.
 *
 * @param deepest tokens that stand in more others than that are not visited
 * @returns whether all were visited
 */
export function visitTokens(
  tokens: readonly CST.Token[],
  deepest: number,
  visit: (token: CST.Token) => void,
): boolean {
  return visitAll(tokens, 0);

  function visitAll(some: readonly (CST.Token | null | undefined)[], depth: number): boolean {
    for (const token of some) if (!visitOne(token, depth)) return false;
    return true;
  }

  function visitOne(token: CST.Token | null | undefined, depth: number): boolean {
    if (token == null) return true;
    if (depth > deepest) return false;
    visit(token);
    const inside = depth + 1;
    if ('start' in token && !visitAll(asList(token.start), inside)) return false;
    if ('props' in token && !visitAll(token.props, inside)) return false;
    if ('items' in token) {
      for (const { start, key, sep, value } of token.items) {
        const isWhole =
          visitAll(start, inside) &&
          visitOne(key, inside) &&
          visitAll(sep ?? [], inside) &&
          visitOne(value, inside);
        if (!isWhole) return false;
      }
    }
    return !('value' in token) || visitOne(token.value, inside);
  }
}

/** A flow collection begins with one token, whatever else has a start with a list of them. */
function asList(start: CST.SourceToken | readonly CST.SourceToken[]): readonly CST.SourceToken[] {
  return 'offset' in start ? [start] : start;
}
