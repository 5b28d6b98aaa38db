import { toNormalForm } from '../../document/normal-form.ts';
import { tokenize } from '../../document/tokens.ts';
import { Vocabulary } from '../../document/vocabulary.ts';
import { sharedCount, toBag } from '../bag.ts';
import type { Bag } from '../bag.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

const FIGURES = ['exact', 'f1'];

/** The title of the page, as metadata. */
export const title = textField(
  'title',
  'the title returned equals that of gold; in part, the F1 of their tokens',
);

/** Who publishes the page, as metadata. */
export const publisher = textField(
  'publisher',
  'the publisher returned equals that of gold; in part, the F1 of their tokens',
);

/**
 * A metadata field that is one text. `exact`: 1 if gold and what was returned are equal in normal form, lower case and
 * folded white space. `f1`: the F1 of their tokens as multisets, so that a title with the name of the site behind it
 * is partly right; equal texts without a token have 1. Nothing returned: 0. Corpus: plain
 * means over the pages where the field is labelled.
 */
function textField(name: 'title' | 'publisher', definition: string): Metric {
  return {
    name,
    version: 1,
    definition,
    source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
    needs: name,
    figures: FIGURES,
    headline: 'exact',
    companion: true,
    reads: 'metadata',
    keys: { norm: 'nfkc', case: 'lower', space: 'folded' },
    aggregation: 'mean-of-pages',

    scorePage({ gold, returned }) {
      const expected = gold.labels.metadata[name] ?? '';
      const text = returned[name];
      const counts = sharedTokens(expected, text ?? '');
      const exact = text !== undefined && plainForm(text) === plainForm(expected) ? 1 : 0;
      const whole = counts.gold + counts.returned;
      const f1 = whole === 0 ? exact : (2 * counts.shared) / whole;
      return { counts: { exact, ...counts }, figures: { exact, f1 } };
    },

    describe({ exact, shared = 0, gold = 0, returned = 0 }) {
      if (exact === 1) return `the right ${name}`;
      return returned === 0
        ? `no ${name}`
        : `another ${name}: ${shared} of ${gold} tokens and ${returned - shared} others`;
    },

    aggregate(scores) {
      return meansOf(scores, FIGURES);
    },
  };
}

/** The form in which metadata is compared: normal form of `tokens`, lower case, white space folded and trimmed. */
export function plainForm(text: string): string {
  return toNormalForm(text).text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Tokens that two texts share, as multisets, and how many each of them has. */
function sharedTokens(
  gold: string,
  returned: string,
): { readonly shared: number; readonly gold: number; readonly returned: number } {
  const vocabulary = new Vocabulary();
  const bagOf = (text: string): Bag<number> => toBag(tokenize([{ text: plainForm(text) }], vocabulary).ids);
  const [left, right] = [bagOf(gold), bagOf(returned)];
  return { shared: sharedCount(left, right), gold: left.total, returned: right.total };
}
