import { detectEncoding } from '../document/decode.ts';
import type { Extraction } from '../model/extraction.ts';
import type { LabelledPage, Page, PageEncoding } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalKey, JournalLine, MetricScores } from '../model/run.ts';
import type { PageOutcome } from './run-pages.ts';
import type { Metric } from '../score/metric.ts';
import { scoreMetrics } from '../score/score-metrics.ts';

/**
 * The journal line of one extractor on one page: a failed page has the scores of an empty extraction. The encoding
 * stands in every line of a web page. It is found here, not reported by whoever extracted, because it belongs to the
 * page: so it is there for recorded output and for a page that timed out as well, and finding it reads no more than
 * the head of the page.
 */
export function scorePage(
  pageKey: JournalKey,
  { page, gold }: LabelledPage,
  { outcome, repeats }: Pick<PageOutcome, 'outcome' | 'repeats'>,
  policy: Policy,
  metrics: readonly Metric[],
): JournalLine {
  const key = { ...pageKey, ...encodingOf(page) };
  if (outcome.status === 'skipped') return { ...key, status: 'skipped', reason: outcome.reason };
  const time = {
    ...(outcome.ms !== undefined && { ms: Math.round(outcome.ms * 1000) / 1000 }),
    ...(repeats && { repeats }),
  };
  const scores = (extraction: Extraction | undefined): MetricScores =>
    scoreMetrics(gold, extraction, policy, metrics);
  if (outcome.status === 'failed') {
    const { failure, message } = outcome;
    return { ...key, status: 'failed', failure, message, ...time, metrics: scores(undefined) };
  }
  return { ...key, status: 'extracted', ...time, metrics: scores(outcome.extraction) };
}

function encodingOf({ media, bytes, contentType }: Page): { readonly encoding?: PageEncoding } {
  return media === 'html' ? { encoding: detectEncoding(bytes, contentType) } : {};
}
