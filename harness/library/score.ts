import type { ExtractorAnswer } from '../extract/define-extractor.ts';
import { readExtraction } from '../extract/read-extraction.ts';
import { AssayError } from '../util/error.ts';
import type { Gold } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import type { MetricScores } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS } from '../score/metrics/register.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { refuseNames, refuseUnknownNames } from './unknown-settings.ts';

/** How an extraction is scored. */
export interface ScoreOptions {
  /** Which blocks of gold are required. Default: `POLICIES.article`. */
  readonly policy?: Policy;
  /** Default: all, `METRICS`. */
  readonly metrics?: readonly Metric[];
}

/**
 * Scores one extraction against one page's gold: counts and figures by metric. Pure, so it serves the unit tests of
 * an extractor, which may hand over what its `extract` answers; `null` is an empty extraction.
 *
 * ```ts
 * const { tokens } = score(gold, await extractor.extract({ media: 'html', html, bytes }, {}));
 * expect(tokens?.figures['f1']).toBeGreaterThan(0.95);
 * ```
 *
 * @throws AssayError `bad-input` for an answer that is no extraction, which a run would count as a failure; `usage` for an unknown
 * option, or a name in the place of a policy or a metric.
 */
export function score(gold: Gold, answer: ExtractorAnswer | null, options: ScoreOptions = {}): MetricScores {
  const { policy = POLICIES.article, metrics = METRICS } = options;
  refuseUnknownNames(options, ['policy', 'metrics'], 'score');
  refuseNames([policy], 'score: policy', (name) => `POLICIES.${name}`);
  refuseNames(metrics, 'score: metrics', (name) => `METRICS.filter(({ name }) => name === '${name}')`);
  const reading = readExtraction(answer);
  if (reading.status === 'bad') throw new AssayError('bad-input', `the extractor ${reading.message}`);
  return new ScoringInput(new PreparedGold(gold, policy), reading.extraction).scores(metrics);
}
