/** A scorer that works everything out in the harness's own thread. */
export function plainScorer(policy, metrics) {
    return {
        async score(gold, extraction) {
            // Its parsers take longer to load than all else that a run needs, and most runs have threads for this.
            const { scoreMetrics } = await import("../../score/score-metrics.js");
            return scoreMetrics(gold, extraction, policy, metrics);
        },
        close: () => Promise.resolve(),
    };
}
