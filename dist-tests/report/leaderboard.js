import { ORACLE } from "../analyse/oracle.js";
import { SIGNIFICANCE } from "../stats/ranks.js";
import { NO_VALUE, formatCount, formatMs, formatNumber, formatMb, formatShare } from "./format.js";
import { entriesOf } from "./ranked-entries.js";
import { isAside, metricsOf, signaturesOf } from "./shown-metrics.js";
import { REJECTS, column, figureColumns, nameColumns, tableOf } from "./table-columns.js";
/** The columns of a table: the metrics that were computed, in their order, between what they are not. */
function columnsFor(metrics, { summary }, entries, isLong) {
    const areRanked = entries.some(({ rank }) => rank !== undefined);
    const isRejecting = metrics.some((metric) => metric.figures.includes(REJECTS));
    return [
        ...(areRanked ? [column('rank', ({ rank }) => (rank === undefined ? NO_VALUE : formatCount(rank)))] : []),
        ...nameColumns(),
        ...metrics.flatMap((metric) => figureColumns(metric, entries)),
        ...(isRejecting
            ? [column(REJECTS, (entry) => formatShare(entry.metrics[entry.primary]?.[REJECTS]))]
            : []),
        ...(areRanked ? [column(TO_NEXT, (entry) => toNext(summary.neighbours, entry))] : []),
        column('failed', (entry) => formatCount(entry.pages.failed)),
        column('median ms', (entry) => ('medianMs' in entry.time ? formatMs(entry.time.medianMs) : NO_VALUE)),
        ...(isLong && entries.some(({ memory }) => memory !== undefined)
            ? [column('peak MB', ({ memory }) => formatMb(memory?.peakMb))]
            : []),
    ];
}
/** Over how many pages more an extractor and the one below it would be told apart. */
const TO_NEXT = 'to next';
const MOST_PAGES = 99_999;
function toNext(neighbours, entry) {
    const test = neighbours.find(({ corpus, first }) => corpus === entry.corpus && first === entry.name)?.test;
    if (test === undefined)
        return NO_VALUE;
    if (test.adjusted <= SIGNIFICANCE)
        return 'apart';
    if (test.morePages === undefined)
        return 'same';
    return test.morePages > MOST_PAGES ? `>${formatCount(MOST_PAGES)}` : `+${formatCount(test.morePages)}`;
}
/** One table for each corpus of a run, sorted by the headline figure of its primary metric. */
export function leaderboards(input, { isLong = false, isNarrow = false } = {}) {
    return input.description.corpora.map((corpus) => {
        const entries = entriesOf(input, corpus.name);
        const isShown = (metric) => isNarrow ? metric.name === entries[0]?.primary : !isAside(metric, input);
        const metrics = metricsOf(entries).filter(isShown);
        const columns = columnsFor(metrics, input, entries, isLong);
        return {
            title: titleOf(corpus, input.description.policy, entries),
            ...tableOf(columns, entries),
            notes: notesOn(entries),
            signatures: signaturesOf(entries, metrics),
        };
    });
}
function titleOf(corpus, policy, entries) {
    const version = corpus.version === undefined ? '' : ` ${corpus.version}`;
    const pages = corpus.selected === corpus.pages
        ? formatNumber(corpus.pages, 'page')
        : `${formatCount(corpus.selected)} of ${formatNumber(corpus.pages, 'page')}`;
    return `${corpus.name}${version} · ${pages} · policy ${policy} · sorted by ${entries[0]?.primary ?? 'tokens'} F1`;
}
function notesOn(entries) {
    const notes = [];
    if (entries.some((entry) => entry.baseline))
        notes.push('* a baseline, to keep the table honest');
    if (entries.some(({ name, baseline }) => name === ORACLE && baseline)) {
        notes.push('oracle: for each page and metric the best of the extractors above and below it, baselines aside');
    }
    if (entries.some(({ rank }) => rank !== undefined)) {
        notes.push('rank: 1 + the number of extractors that are better by more than chance (sign flips by site, 5 %, corrected for all pairs); 95 %: interval by site', `${TO_NEXT}: pages more, like these, that would tell an extractor from the one below it; apart: they are told apart; +0: they would be, were they the only pair`);
    }
    else if (entries.filter(({ baseline }) => !baseline).length > 1) {
        notes.push('no ranks: they take 20 sites that extractors share; differences may be chance');
    }
    const skipping = entries.filter((entry) => entry.pages.skipped > 0);
    if (skipping.length > 0) {
        const who = skipping.map((entry) => `${entry.name} ${entry.pages.skipped}`).join(', ');
        notes.push(`skipped pages of a medium they do not take: ${who}; rows over other pages are not comparable`);
    }
    return [...notes, ...cachedNote(entries)];
}
/** Which times are older than the run, if any are. */
export function cachedNote(entries) {
    const cached = entries.flatMap(({ name, time }) => 'cached' in time ? [`${name} ${time.cached} of ${time.pages}`] : []);
    if (cached.length === 0)
        return [];
    return [`pages answered from the cache, with the times of then: ${cached.join(', ')}`];
}
