import { tokenize } from '../../document/tokens.ts';
import { toNormalForm } from '../../document/normal-form.ts';
import { Vocabulary } from '../../document/vocabulary.ts';
import { sharedCount, toBag } from '../bag.ts';
import type { Bag } from '../bag.ts';

/** The form in which metadata is compared: normal form of `tokens`, lower case, white space folded and trimmed. */
export function plainForm(text: string): string {
  return toNormalForm(text).text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Tokens that two texts share, as multisets, and how many each of them has. */
export function sharedTokens(
  gold: string,
  returned: string,
): { readonly shared: number; readonly gold: number; readonly returned: number } {
  const vocabulary = new Vocabulary();
  const bagOf = (text: string): Bag<number> => toBag(tokenize([{ text: plainForm(text) }], vocabulary).ids);
  const [left, right] = [bagOf(gold), bagOf(returned)];
  return { shared: sharedCount(left, right), gold: left.total, returned: right.total };
}
