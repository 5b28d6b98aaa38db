import type { JournalLine } from '../store/journal-line.ts';
import type { SummaryEntry, WorstPage } from '../store/summary-file.ts';
import type { Metric } from '../score/metric.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { formatCount, formatNumber } from './format.ts';
import type { FinishedRun } from './reporter.ts';

type FailedLine = Extract<JournalLine, { status: 'failed' }>;

/** The failed pages of an extractor on a corpus, by identifier. */
export function failedPages({ journal }: FinishedRun, entry: SummaryEntry): FailedLine[] {
  return journal
    .filter((line) => line.status === 'failed')
    .filter((line) => line.extractor === entry.name && line.corpus === entry.corpus)
    .toSorted((a, b) => compareCodeUnits(a.page, b.page));
}

/** `3 timeout, 1 threw`, or nothing. */
export function describeFailures({ failures }: SummaryEntry): string {
  return Object.entries(failures)
    .map(([kind, count]) => `${formatCount(count)} ${kind}`)
    .join(', ');
}

/** Frames and lines of output shown of a failed page; the journal has more. */
const FRAMES_SHOWN = 2;
const OUTPUT_SHOWN = 3;

/** Where a failed page threw and what its extractor wrote last, a line each; none where neither is known. */
export function describeWords({
  stack,
  output,
}: {
  readonly stack?: string | undefined;
  readonly output?: string | undefined;
}): string[] {
  const frames = stack?.split('\n').slice(0, FRAMES_SHOWN) ?? [];
  const written = output?.split('\n').slice(-OUTPUT_SHOWN) ?? [];
  return [...frames, ...written.map((line) => `wrote: ${line}`)];
}

/** What repetitions of the pages showed; undefined where nothing was repeated. */
export function describeRepeats({ repeats, pages }: SummaryEntry): string | undefined {
  if (repeats === undefined) return undefined;
  const { runs, differing } = repeats;
  if (differing.length === 0)
    return `the same output ${runs} times on each of ${formatNumber(pages.scored, 'page')}`;
  return `output that differs between ${runs} runs on ${formatNumber(differing.length, 'page')} of ${pages.scored}`;
}

/** What a page with a low figure lost and leaked, in the words of the metric. */
export function describeWorst(metric: Metric, { counts, failure }: WorstPage): string {
  return failure === undefined ? metric.describe(counts) : `failed: ${failure}`;
}
