import type { CST } from 'yaml';
import { isRecord } from '../../util/is-record.ts';

/** What of a token, or of an item of one, holds tokens, in the order of the text. */
const HOLDERS = ['start', 'props', 'items', 'key', 'sep', 'value'];

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
  const visitAll = (held: unknown, depth: number): boolean => {
    if (Array.isArray(held)) return held.every((each) => visitAll(each, depth));
    if (!isRecord(held)) return true;
    const isToken = 'type' in held;
    if (isToken && depth > deepest) return false;
    // oxlint-disable-next-line no-unsafe-type-assertion -- nothing else in a token has a type
    if (isToken) visit(held as unknown as CST.Token);
    return HOLDERS.every((name) => visitAll(held[name], isToken ? depth + 1 : depth));
  };
  return visitAll(tokens, 0);
}
