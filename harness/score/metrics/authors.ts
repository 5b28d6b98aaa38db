import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { plainForm } from './text-fields.ts';

/**
 * The authors as sets of names, equal in normal form, lower case and folded white space; order does not count. `exact`:
 * 1 if the sets are equal. `f1`: 2 · shared / (gold + returned). Gold that says that there is none is right with
 * nothing returned, and wrong with anything. Corpus: plain means over labelled pages.
 */
export const authors: Metric = {
  name: 'authors',
  version: 2,
  definition: 'the authors returned are those of gold; in part, the F1 of the two sets of names',
  source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
  needs: 'authors',
  figures: ['exact', 'f1'],
  headline: 'exact',
  companion: true,
  reads: 'metadata',
  keys: { norm: 'nfkc', case: 'lower', space: 'folded' },
  aggregation: 'mean-of-pages',

  scorePage({ gold, returned }) {
    const expected = namesOf(gold.labels.metadata.authors);
    const names = namesOf(returned.authors);
    const shared = [...names].filter((name) => expected.has(name)).length;
    const whole = expected.size + names.size;
    const f1 = whole === 0 ? 1 : (2 * shared) / whole;
    const exact = f1 === 1 ? 1 : 0;
    return { counts: { exact, shared, gold: expected.size, returned: names.size }, figures: { exact, f1 } };
  },

  describe({ exact, shared = 0, gold = 0, returned = 0 }) {
    if (exact === 1) return 'the right authors';
    return `${shared} of ${gold} authors and ${returned - shared} others`;
  },

  aggregate(scores) {
    return meansOf(scores, authors.figures);
  },
};

function namesOf(names: readonly string[] = []): ReadonlySet<string> {
  return new Set(names.map(plainForm).filter((name) => name !== ''));
}
