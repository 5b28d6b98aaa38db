import { metricNamed } from "../score/metrics/register.js";
import { formatCount, formatNumber } from "./format.js";
import { compareCodeUnits } from "../util/compare-code-units.js";
/** The failed pages of an extractor on a corpus, by identifier. */
export function failedPages({ journal }, entry) {
    return journal
        .filter((line) => line.status === 'failed')
        .filter((line) => line.extractor === entry.name && line.corpus === entry.corpus)
        .map(({ page, failure, message }) => ({ page, failure, message }))
        .toSorted((a, b) => compareCodeUnits(a.page, b.page));
}
/** `3 timeout, 1 threw`, or nothing. */
export function describeFailures(entry) {
    return Object.entries(entry.failures)
        .map(([kind, count]) => `${formatCount(count)} ${kind}`)
        .join(', ');
}
/** What repetitions of the pages showed, or nothing. */
export function describeRepeats({ repeats, pages }) {
    if (repeats === undefined)
        return undefined;
    const { runs, differing } = repeats;
    if (differing.length === 0)
        return `the same output ${runs} times on each of ${formatNumber(pages.scored, 'page')}`;
    return `output that differs between ${runs} runs on ${formatNumber(differing.length, 'page')} of ${pages.scored}`;
}
/** What a page with a low figure lost and leaked, in words. */
export function describeWorst({ primary }, { counts, failure }) {
    if (failure !== undefined)
        return `failed: ${failure}`;
    return metricNamed(primary)?.describe(counts) ?? '';
}
