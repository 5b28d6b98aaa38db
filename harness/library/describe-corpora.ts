import { agreementOf } from '../check/agreement.ts';
import type { Agreement } from '../check/agreement.ts';
import { describeCorpus } from '../check/statistics/describe-corpus.ts';
import type { CorpusStatistics } from '../check/statistics/describe-corpus.ts';
import { OverlapSearch } from '../check/statistics/overlap.ts';
import type { Overlap } from '../check/statistics/overlap.ts';
import type { Corpus } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import { defined } from '../util/defined.ts';

/** What a corpus is made of, with how far its second labels agree with the first, where it has any. */
export interface DescribedCorpus extends CorpusStatistics {
  readonly secondLabels?: { readonly pages: number } & Pick<Agreement, 'alpha' | 'ceiling'>;
}

/**
 * What corpora are made of, and the text that several of them share, as `assay corpus stats` says it.
 *
 * @param onPage called after each page with its corpus
 * @throws AssayError `bad-input` for a second label with problems.
 */
export async function describeCorpora(
  corpora: readonly Corpus[],
  policy: Policy,
  onPage?: (corpus: Corpus) => void,
): Promise<{ readonly statistics: readonly DescribedCorpus[]; readonly overlaps: readonly Overlap[] }> {
  const search = new OverlapSearch();
  const statistics: DescribedCorpus[] = [];
  for (const corpus of corpora) {
    const described = await describeCorpus(corpus, policy, (id, text) => {
      if (corpora.length > 1) search.add(corpus.name, id, text);
      onPage?.(corpus);
    });
    const { pages, alpha, ceiling } = await agreementOf(corpus, policy);
    const twice = pages.length > 0 && {
      secondLabels: { pages: pages.length, ...defined({ alpha, ceiling }) },
    };
    statistics.push({ ...described, ...twice });
  }
  return { statistics, overlaps: search.result() };
}
