import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pageToDocument } from '../../harness/document/page-document.ts';
import { explanationCounts, hasLoss } from '../../harness/explain/explain-page.ts';
import { ExplainedPage } from '../../harness/explain/explained-page.ts';
import { loadRecordedExtractor } from '../../harness/extract/drivers/recorded.ts';
import { openCorpus } from '../../harness/index.ts';
import { POLICIES } from '../../harness/model/policy.ts';
import { selectMetrics } from '../../harness/score/metrics/register.ts';
import { PreparedGold } from '../../harness/score/prepared-gold.ts';
import { ScoringInput, scoreInput } from '../../harness/score/scoring-input.ts';

/**
 * How long it takes to explain the recorded outputs of article-extraction-benchmark, beside scoring them by the default
 * metrics. Budget: no longer, with reading and labelling each page once. The alignment, which both need, counts as scoring.
 */
export async function benchExplanation(data: string | undefined): Promise<void> {
  const folder = join(data ?? '', 'aeb');
  if (data === undefined || !existsSync(folder)) {
    console.log('\nexplanation: skipped, it takes --data DIR with aeb/');
    return;
  }
  const files = readdirSync(join(folder, 'output')).toSorted();
  const extractors = await Promise.all(
    files.map((file) => loadRecordedExtractor(join(folder, 'output', file))),
  );
  const sessions = await Promise.all(extractors.map((each) => each.open({ workers: 1, timeoutMs: 1000 })));
  const corpus = await openCorpus(`aeb:${folder}`, false);
  const metrics = selectMetrics(undefined);
  const spent = { scoring: 0, pages: 0, explaining: 0 };
  const timed = <Result>(what: keyof typeof spent, work: () => Result): Result => {
    const start = performance.now();
    const result = work();
    spent[what] += performance.now() - start;
    return result;
  };
  for (const reference of corpus.pages) {
    const { page, gold } = await corpus.read(reference);
    const prepared = new PreparedGold(gold, POLICIES.article);
    const explained = timed('pages', () => new ExplainedPage(pageToDocument(page), prepared));
    for (const session of sessions) {
      const outcome = await session.extract(page);
      const input = new ScoringInput(
        prepared,
        outcome.status === 'extracted' ? outcome.extraction : undefined,
      );
      timed('scoring', () => scoreInput(input, metrics));
      timed('explaining', () => hasLoss(input) && explanationCounts(input, explained));
    }
  }
  const { scoring, pages, explaining } = spent;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const ratio = (pages + explaining) / scoring;
  console.log(`\nexplanation of ${files.length} systems on ${corpus.pages.length} pages`);
  console.log(
    `  scoring ${seconds(scoring)}, reading and labelling ${seconds(pages)}, explaining ${seconds(explaining)}`,
  );
  console.log(`  explanation / scoring: ${ratio.toFixed(2)} (budget 1)${ratio > 1 ? '  OVER BUDGET' : ''}`);
}
