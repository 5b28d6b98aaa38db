import type { Extraction, Outcome } from '../model/extraction.ts';
import { valueOnPage } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { defined } from '../util/defined.ts';
import type { JournalKey, JournalLine } from '../store/journal-line.ts';
import type { JoinedOutcome } from './repeats.ts';
import type { PreparedPage } from './scoring/prepared-pages.ts';
import type { Scorer } from './scoring/scorer.ts';

/** The journal line of one extractor on one page. A failed page has the scores of an empty extraction, a skipped one none. */
export async function scorePage(
  which: JournalKey,
  page: PreparedPage,
  { outcome, repeats }: JoinedOutcome,
  scorer: Scorer,
): Promise<JournalLine> {
  const key = { ...which, ...page.facts };
  if (outcome.status === 'skipped') return { ...key, status: 'skipped', reason: outcome.reason };
  const more = {
    ...(outcome.ms !== undefined && { ms: Math.round(outcome.ms * 1000) / 1000 }),
    ...(repeats && { repeats }),
  };
  const scored = await scorer.score(page, outcome.status === 'failed' ? undefined : outcome.extraction);
  const { explained, metrics, unscorable } = scored;
  const scores = { ...(explained !== undefined && { explained }), metrics };
  if (outcome.status === 'failed') {
    const { failure, message, stack, output } = outcome;
    return { ...key, status: 'failed', failure, message, ...defined({ stack, output }), ...more, ...scores };
  }
  if (unscorable !== undefined)
    return { ...key, status: 'failed', failure: 'unscorable', message: unscorable, ...more, ...scores };
  const { memoryMb, isCached, extraction } = outcome;
  const measured = {
    ...(isEmpty(extraction) && { empty: true as const }),
    ...(memoryMb !== undefined && { memory: memoryMb }),
    ...(isCached && { cached: isCached }),
  };
  return { ...key, status: 'extracted', ...more, ...measured, ...scores };
}

/** The figure of the primary metric for an outcome, 0..1; 0 where it says nothing of the page, and for what did not come out. */
export async function primaryValue(
  page: PreparedPage,
  outcome: Outcome,
  scorer: Scorer,
  primary: Metric,
): Promise<number> {
  const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
  const score = (await scorer.score(page, extraction)).metrics[primary.name];
  return (score && valueOnPage(score, primary)) ?? 0;
}

/** Whether nothing came out that anybody could read. The tags are taken out of HTML only where nothing else tells. */
function isEmpty({ text, html, markdown }: Extraction): boolean {
  return !(isReadable(text) || isReadable(markdown) || isReadable(html?.replace(/<[^<>]*>/gu, '')));
}

function isReadable(text = ''): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
