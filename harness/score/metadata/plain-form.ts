import { tokenize } from '../../document/tokens.ts';
import { toNormalForm } from '../../document/normal-form.ts';
import { Vocabulary } from '../../document/vocabulary.ts';

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
  const idsOf = (text: string): Int32Array => tokenize([{ text: plainForm(text) }], vocabulary).ids;
  const left = idsOf(gold);
  const counts = new Map<number, number>();
  for (const id of left) counts.set(id, (counts.get(id) ?? 0) + 1);
  const right = idsOf(returned);
  let shared = 0;
  for (const id of right) {
    const count = counts.get(id) ?? 0;
    if (count > 0) shared++;
    counts.set(id, count - 1);
  }
  return { shared, gold: left.length, returned: right.length };
}
