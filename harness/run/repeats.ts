import type { Outcome } from '../model/extraction.ts';
import type { Repeats } from '../store/journal-line.ts';
import { quantile } from '../stats/quantile.ts';

/** What became of a page, once or several times. */
export interface JoinedOutcome {
  readonly outcome: Outcome;
  /** Where it went through more than once. */
  readonly repeats?: Repeats;
}

/**
 * One outcome of a page that went through an extractor several times, at least once: the first, with the median of the
 * times; and how many different ones there were. What differs is the extraction, or the kind of the failure.
 */
export function joinRepeats(outcomes: readonly [Outcome, ...Outcome[]]): JoinedOutcome {
  const [first] = outcomes;
  if (outcomes.length === 1 || first.status === 'skipped') return { outcome: first };
  const times = outcomes.flatMap((outcome) =>
    outcome.status === 'extracted' && outcome.ms !== undefined ? [outcome.ms] : [],
  );
  const sorted = times.toSorted((a, b) => a - b);
  const outcome = sorted.length === 0 ? first : { ...first, ms: quantile(sorted, 0.5) };
  const different = new Set(outcomes.map(contentOf)).size;
  return { outcome, repeats: { runs: outcomes.length, outcomes: different } };
}

function contentOf(outcome: Outcome): string {
  if (outcome.status === 'extracted') return JSON.stringify(outcome.extraction);
  return outcome.status === 'failed' ? outcome.failure : outcome.status;
}
