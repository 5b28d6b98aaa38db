import { compareCodeUnits } from "../util/compare-code-units.js";
import { isDefined } from "../model/score.js";
import { formatSignature } from "../score/metric.js";
import { primaryMetric } from "../score/metrics/register.js";
import { quantile } from "../stats/quantile.js";
import { Resampling } from "../stats/resamples.js";
import { aggregateWithIntervals } from "./intervals.js";
import { ORACLE, oracleLines } from "./oracle.js";
import { rankGroups } from "./ranking.js";
/** How many of an extractor's worst pages a summary names. */
const WORST_PAGES = 5;
/**
 * Sums up a journal. Lines are put into one order first, so that neither the order in which pages finished nor
 * the number of workers changes a digit; what is drawn by lot is drawn from the digest of the corpus.
 */
export function summarize(description, journal, metrics) {
    const groups = groupByExtractor(journal);
    const corpora = description.corpora
        .toSorted((a, b) => compareCodeUnits(a.name, b.name))
        .map((corpus) => {
        const resampling = new Resampling(corpus.digest);
        const own = groups.filter((group) => group.corpus === corpus.name);
        const ranked = [...own, ...oracleGroups(description, own, metrics)]
            .map((group) => ({
            ...group,
            entry: summarizeGroup(description, corpus, group, metrics, resampling),
        }))
            .toSorted((a, b) => compareCodeUnits(a.entry.name, b.entry.name));
        const { ranks, neighbours } = rankGroups(ranked, primaryMetric(corpus.gold), resampling);
        return { entries: ranked.map(({ entry }) => withRank(entry, ranks.get(entry.name))), neighbours };
    });
    return {
        schema: 'assay/summary@1',
        extractors: corpora.flatMap(({ entries }) => entries),
        neighbours: corpora.flatMap(({ neighbours }) => neighbours),
        machine: description.machine,
    };
}
/** The oracle of a corpus, unless an extractor has its name. */
function oracleGroups({ extractors }, groups, metrics) {
    const ranked = new Set(extractors.filter(({ baseline }) => !baseline).map(({ name }) => name));
    if (extractors.some(({ name }) => name === ORACLE))
        return [];
    const systems = groups.filter(({ extractor }) => ranked.has(extractor)).map(({ lines }) => lines);
    return groupByExtractor(oracleLines(systems, metrics));
}
function withRank(entry, rank) {
    return rank === undefined ? entry : { ...entry, rank };
}
function groupByExtractor(journal) {
    const groups = new Map();
    for (const line of journal) {
        const { corpus, extractor } = line;
        const key = JSON.stringify([corpus, extractor]);
        const group = groups.get(key) ?? { corpus, extractor, lines: [] };
        group.lines.push(line);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ lines, ...group }) => {
        return { ...group, lines: lines.toSorted((a, b) => compareCodeUnits(a.page, b.page)) };
    });
}
/** The oracle has no version, and stands among the baselines. */
const NO_EXTRACTOR = { version: '–', baseline: true };
function summarizeGroup(description, corpus, { extractor: name, lines }, metrics, resampling) {
    const scored = lines.filter((line) => line.status !== 'skipped');
    const extractor = description.extractors.find((each) => each.name === name) ?? NO_EXTRACTOR;
    const primary = primaryMetric(corpus.gold);
    const figures = metrics.flatMap((metric) => {
        const scores = scored.flatMap(({ site, metrics: { [metric.name]: score } }) => score === undefined ? [] : [{ site, score }]);
        return scores.length === 0 ? [] : [{ metric, scores }];
    });
    const aggregates = aggregateWithIntervals(figures, resampling);
    const context = { policy: description.policy, corpus: corpus.name, digest: corpus.digest };
    return {
        name,
        version: extractor.version,
        baseline: extractor.baseline,
        corpus: corpus.name,
        policy: description.policy,
        pages: {
            scored: scored.length,
            failed: scored.filter((line) => line.status === 'failed').length,
            skipped: lines.length - scored.length,
        },
        failures: countFailures(scored),
        primary: primary.name,
        metrics: Object.fromEntries(figures.map(({ metric }, index) => [metric.name, aggregates[index]])),
        signatures: Object.fromEntries(figures.map(({ metric, scores }) => [
            metric.name,
            formatSignature(metric, { ...context, pages: scores.length }),
        ])),
        ...repeatsOf(scored),
        worst: worstPages(scored, primary),
        time: timeOf(scored),
        ...memoryOf(scored),
    };
}
function countFailures(lines) {
    const counts = {};
    for (const line of lines) {
        if (line.status === 'failed')
            counts[line.failure] = (counts[line.failure] ?? 0) + 1;
    }
    return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => compareCodeUnits(a, b)));
}
function repeatsOf(lines) {
    const repeated = lines.flatMap(({ page, repeats }) => repeats === undefined ? [] : [{ page, ...repeats }]);
    if (repeated.length === 0)
        return {};
    const differing = repeated.filter(({ outcomes }) => outcomes > 1).map(({ page }) => page);
    return { repeats: { runs: repeated[0].runs, differing } };
}
/** Pages whose headline figure is below 1, worst first; equal ones by identifier. */
function worstPages(lines, primary) {
    const pages = lines.flatMap((line) => {
        const score = line.metrics[primary.name];
        const value = score?.figures[primary.headline];
        if (score === undefined || !isDefined(value) || value === 1)
            return [];
        const failure = line.status === 'failed' ? { failure: line.failure } : {};
        return [{ page: line.page, site: line.site, value, counts: score.counts, ...failure }];
    });
    return pages.toSorted((a, b) => a.value - b.value).slice(0, WORST_PAGES);
}
function timeOf(lines) {
    const times = lines.flatMap((line) => line.status === 'extracted' && line.ms !== undefined ? [line.ms] : []);
    if (times.length === 0)
        return { pages: 0 };
    const sorted = times.toSorted((a, b) => a - b);
    const cached = lines.filter((line) => line.status === 'extracted' && line.cached).length;
    return {
        pages: sorted.length,
        medianMs: rounded(quantile(sorted, 0.5)),
        p95Ms: rounded(quantile(sorted, 0.95)),
        totalMs: rounded(sorted.reduce((sum, ms) => sum + ms, 0)),
        ...(cached > 0 && { cached }),
    };
}
function memoryOf(lines) {
    const seen = lines.flatMap((line) => line.status === 'extracted' && line.memory !== undefined ? [line.memory] : []);
    if (seen.length === 0)
        return {};
    const sorted = seen.toSorted((a, b) => a - b);
    return {
        memory: {
            medianMb: quantile(sorted, 0.5),
            p95Mb: rounded(quantile(sorted, 0.95)),
            peakMb: sorted.at(-1),
        },
    };
}
/** Times are kept to the microsecond. */
function rounded(ms) {
    return Math.round(ms * 1000) / 1000;
}
