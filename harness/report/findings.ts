import type { JournalLine } from '../store/journal-line.ts';
import type { SummaryEntry, WorstPage } from '../store/summary-file.ts';
import { metricNamed } from '../score/metrics/register.ts';
import { formatCount, formatNumber } from './format.ts';
import type { ReportInput } from './report-input.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** A page that an extractor failed on, and what was said of it. */
export interface FailedPage {
  readonly page: string;
  readonly failure: string;
  readonly message: string;
}

/** The failed pages of an extractor on a corpus, by identifier. */
export function failedPages({ journal }: ReportInput, entry: SummaryEntry): FailedPage[] {
  return journal
    .filter((line): line is Extract<JournalLine, { status: 'failed' }> => line.status === 'failed')
    .filter((line) => line.extractor === entry.name && line.corpus === entry.corpus)
    .map(({ page, failure, message }) => ({ page, failure, message }))
    .toSorted((a, b) => compareCodeUnits(a.page, b.page));
}

/** `3 timeout, 1 threw`, or nothing. */
export function describeFailures(entry: SummaryEntry): string {
  return Object.entries(entry.failures)
    .map(([kind, count]) => `${formatCount(count)} ${kind}`)
    .join(', ');
}

/** What repetitions of the pages showed, or nothing. */
export function describeRepeats({ repeats, pages }: SummaryEntry): string | undefined {
  if (repeats === undefined) return undefined;
  const { runs, differing } = repeats;
  if (differing.length === 0)
    return `the same output ${runs} times on each of ${formatNumber(pages.scored, 'page')}`;
  return `output that differs between ${runs} runs on ${formatNumber(differing.length, 'page')} of ${pages.scored}`;
}

/** What a page with a low figure lost and leaked, in words. */
export function describeWorst({ primary }: SummaryEntry, { counts, failure }: WorstPage): string {
  if (failure !== undefined) return `failed: ${failure}`;
  return metricNamed(primary)?.describe(counts) ?? '';
}
