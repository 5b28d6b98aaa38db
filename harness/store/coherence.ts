import type { ExplanationCounts } from '../explain/explanation.ts';
import type { PageScore } from '../model/score.ts';
import type { JournalLine } from './journal-line.ts';

type Counts = Readonly<Record<string, number>>;

/** What one extractor did on one page, as a journal or a baseline has it. */
interface ScoredLine {
  readonly status: JournalLine['status'];
  readonly metrics?: Readonly<Record<string, Pick<PageScore, 'counts'>>>;
  readonly explained?: ExplanationCounts | undefined;
}

/** The counts of a page that others follow from; a metric that has some of them has all. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  tokens: ['required', 'matched', 'missing', 'surplus'],
  segments: ['tp', 'fp', 'fn', 'tn'],
};

/**
 * What of a line does not belong together, in words: counts that no page can have beside each other would give figures
 * outside of their ranges. Undefined for a line that is sound.
 */
export function incoherence({ status, metrics = {}, explained }: ScoredLine): string | undefined {
  if (status === 'skipped') return undefined;
  for (const [metric, names] of Object.entries(NEEDED)) {
    const counts: Counts | undefined = metrics[metric]?.counts;
    const lacking = counts && names.find((name) => counts[name] === undefined);
    if (lacking !== undefined) return `metrics.${metric}.counts without ${lacking}`;
  }
  const tokens: Counts | undefined = metrics['tokens']?.counts;
  if (tokens !== undefined && tokens['matched']! + tokens['missing']! !== tokens['required']) {
    return 'metrics.tokens.counts of which matched and missing do not add up to required';
  }
  const segments: Counts | undefined = metrics['segments']?.counts;
  if (explained === undefined || (tokens === undefined && segments === undefined)) return undefined;
  const most = {
    surplus: Math.max(tokens?.['surplus'] ?? 0, segments?.['fp'] ?? 0),
    missing: Math.max(tokens?.['missing'] ?? 0, segments?.['fn'] ?? 0),
  };
  return (['surplus', 'missing'] as const)
    .filter((side) => sum(Object.values(explained[side])) > most[side])
    .map((side) => `more in explained.${side} than is ${side}`)[0];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
