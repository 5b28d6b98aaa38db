import { join } from 'node:path';
import { ROOMS } from "../../extract/cache/cache.js";
import { readChecked, writeChecked } from "../../extract/cache/checked-file.js";
import { sha256 } from "../../util/sha256.js";
import { metricLabel } from "../../analyse/labels.js";
import { scoringCode } from "./scoring-code.js";
/**
 * A scorer that looks in the cache before it asks another one. Scores there are those of the same gold, extraction,
 * policy, metrics and code; a failed page has nothing to look up.
 */
export function cachedScorer(scorer, cache, policy, metrics) {
    const rules = sha256(JSON.stringify([scoringCode(), policy, metrics.map(metricLabel)]));
    const folder = join(cache.folder, ROOMS.scores, rules);
    const writing = new Set();
    return {
        async score(gold, extraction) {
            if (extraction === undefined)
                return scorer.score(gold, extraction);
            const file = join(folder, `${sha256(JSON.stringify([gold, extraction]))}.json`);
            const found = await readChecked(file);
            if (found !== undefined)
                return found;
            const scores = await scorer.score(gold, extraction);
            const written = writeChecked(file, scores).finally(() => writing.delete(written));
            writing.add(written);
            return scores;
        },
        async close() {
            await Promise.all([...writing, scorer.close()]);
        },
    };
}
