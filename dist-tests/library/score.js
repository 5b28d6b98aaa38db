import { readExtraction } from "../extract/read-extraction.js";
import { AssayError } from "../util/error.js";
import { POLICIES } from "../model/policy.js";
import { METRICS } from "../score/metrics/register.js";
import { scoreMetrics } from "../score/score-metrics.js";
/**
 * Scores one extraction against one page's gold: counts and figures by metric. Pure, so it serves the unit tests of
 * an extractor, which may hand over what its `extract` answers; `null` is an empty extraction.
 *
 * ```ts
 * const { tokens } = score(gold, await extractor.extract({ media: 'html', html, bytes }, {}));
 * expect(tokens?.figures['f1']).toBeGreaterThan(0.95);
 * ```
 *
 * @throws AssayError `bad-input` for an answer that is no extraction, which a run would count as a failure.
 */
export function score(gold, answer, { policy = POLICIES.article, metrics = METRICS } = {}) {
    const reading = readExtraction(answer);
    if (reading.status === 'bad')
        throw new AssayError('bad-input', `the extractor ${reading.message}`);
    return scoreMetrics(gold, reading.extraction, policy, metrics);
}
