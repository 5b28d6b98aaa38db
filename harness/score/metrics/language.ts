import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/**
 * The language of the page, a BCP 47 tag. `exact`: 1 if the tags are equal, case and `_` for `-` aside. `primary`: 1 if
 * their first subtags are, so that `en` for `en-GB` is partly right. Nothing returned, or a failed extraction: 0.
 * Corpus: plain means over labelled pages.
 */
export const language: Metric = {
  name: 'language',
  version: 1,
  definition: 'the language tag returned equals that of gold; in part, its first subtag does',
  source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
  needs: 'language',
  figures: ['exact', 'primary'],
  headline: 'exact',
  companion: true,
  reads: 'metadata',
  keys: { tags: 'bcp-47' },
  aggregation: 'mean-of-pages',

  scorePage({ gold, returned, failed }) {
    const expected = subtags(gold.labels.about.language);
    const tag = subtags(failed ? undefined : returned.language);
    const primary = tag[0] === expected[0] && tag[0] !== '' ? 1 : 0;
    const exact = primary === 1 && tag.join('-') === expected.join('-') ? 1 : 0;
    return { counts: { exact, primary }, figures: { exact, primary } };
  },

  describe({ exact, primary }) {
    if (exact === 1) return 'the right language';
    return primary === 1 ? 'the right language, another variant' : 'another language, or none';
  },

  aggregate(scores) {
    return meansOf(scores, language.figures);
  },
};

/** The parts of a tag in small letters; one empty part for none. */
export function subtags(tag = ''): string[] {
  return tag.trim().toLowerCase().replaceAll('_', '-').split('-');
}
