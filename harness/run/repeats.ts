import type { Outcome } from '../model/extraction.ts';
import type { Repeats } from '../store/journal-line.ts';
import { quantile } from '../stats/quantile.ts';
import { defined } from '../util/defined.ts';

/** What became of a page, once or several times. */
export interface JoinedOutcome {
  readonly outcome: Outcome;
  /** Where it went through more than once. */
  readonly repeats?: Repeats;
}

/**
 * One outcome of a page that went through an extractor several times, at least once, with the median of the times; and how
 * many different ones there were. What differs is the extraction, or the kind of the failure. Of different ones the median by
 * score counts: the one in the middle, of an even number the lower of the two in the middle; equal ones stay in their order.
 *
 * @param scoreOf the figure that outcomes are ordered by; it is asked only where they differ, once for each that does
 */
export async function joinRepeats(
  outcomes: readonly [Outcome, ...Outcome[]],
  scoreOf: (outcome: Outcome) => Promise<number>,
): Promise<JoinedOutcome> {
  const [first] = outcomes;
  if (outcomes.length === 1 || first.status === 'skipped') return { outcome: first };
  const contents = outcomes.map(contentOf);
  const different = new Map(contents.map((content) => [content, outcomes[contents.indexOf(content)]!]));
  const middle = different.size === 1 ? first : await medianByScore(contents, different, scoreOf);
  const outcome = { ...middle, ...defined({ ms: medianTime(outcomes) }) };
  return { outcome, repeats: { runs: outcomes.length, outcomes: different.size } };
}

async function medianByScore(
  contents: readonly string[],
  different: ReadonlyMap<string, Outcome>,
  scoreOf: (outcome: Outcome) => Promise<number>,
): Promise<Outcome> {
  const scores = new Map<string, number>();
  for (const [content, outcome] of different) scores.set(content, await scoreOf(outcome));
  const ordered = contents.toSorted((a, b) => scores.get(a)! - scores.get(b)!);
  return different.get(ordered[Math.floor((ordered.length - 1) / 2)]!)!;
}

/** Milliseconds, over the times that gave an extraction; undefined where none was measured. */
function medianTime(outcomes: readonly Outcome[]): number | undefined {
  const times = outcomes.flatMap((outcome) =>
    outcome.status === 'extracted' && outcome.ms !== undefined ? [outcome.ms] : [],
  );
  if (times.length === 0) return undefined;
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

function contentOf(outcome: Outcome): string {
  if (outcome.status === 'extracted') return JSON.stringify(outcome.extraction);
  return outcome.status === 'failed' ? outcome.failure : outcome.status;
}
