import { PairSums, oracleShares } from '../analyse/complementarity.ts';
import type { Complementarity } from '../analyse/complementarity.ts';
import { primaryOfRun } from '../analyse/labels.ts';
import { PageYields } from '../analyse/page-yield.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { openRunToRead, readRunPages } from './run-pages.ts';
import type { ReadRunSettings } from './run-pages.ts';

/**
 * What every two extractors of a run have in common and what only one has, worked out from the extractions of the run;
 * baselines aside. It takes about as long as scoring the run by one metric.
 *
 * @throws AssayError `usage` for a run with fewer than two such extractors; `bad-input` for a corpus that has changed.
 */
export async function complementarity(
  run: string,
  settings: ReadRunSettings = {},
): Promise<Complementarity[]> {
  const { record, corpora, policy, extractors, pages } = await openRunToRead(run, settings);
  if (extractors.length < 2) {
    const found = `${readablePath(record.folder)} has ${extractors.length} beside baselines`;
    throw new AssayError('usage', `complementarity takes two extractors; ${found}`);
  }
  const results: Complementarity[] = [];
  for (const corpus of corpora) {
    const described = record.description.corpora.find(({ name }) => name === corpus.name)!;
    const sums = new PairSums(extractors);
    for await (const { labelled, inputs } of readRunPages(record, corpus, policy, extractors)) {
      const yields = new PageYields(described.gold);
      sums.add(new Map([...inputs].map(([name, input]) => [name, yields.of(input)])));
      settings.onPage?.(labelled.page.id, pages);
    }
    const lines = record.journal.filter(
      (line) => line.corpus === corpus.name && extractors.includes(line.extractor),
    );
    results.push({
      corpus: corpus.name,
      unit: described.gold === 'text' ? 'tokens' : 'snippets',
      extractors: sums.extractors(oracleShares(lines, primaryOfRun(record.description, described))),
      pairs: sums.pairs(),
    });
  }
  return results;
}
