import { isDefined } from "../model/score.js";
import { compareSystems } from "../stats/compare-systems.js";
import { Resampling } from "../stats/resamples.js";
import { differencesBetween } from "../store/compare-descriptions.js";
import { compareCodeUnits } from "../util/compare-code-units.js";
import { AssayError } from "../util/error.js";
import { readablePath } from "../util/readable-path.js";
import { primaryOfRun } from "./labels.js";
import { comparisonTable, figureOver, rankSystems, scoresOf, sitesOf } from "./ranking.js";
/**
 * Compares two extractors on every corpus that both ran over, by the primary metric of each: first less second.
 *
 * @throws AssayError `usage` for an extractor that is not in its run, or runs that have no corpus in common;
 * `bad-input` for runs whose figures do not belong together.
 */
export function comparePair({ first, second }) {
    refuseUnlike(first.record, second.record);
    const contestants = { first: contestantOf(first), second: contestantOf(second) };
    const corpora = first.record.description.corpora.filter(({ name }) => second.record.description.corpora.some((corpus) => corpus.name === name));
    const compared = corpora.flatMap((corpus) => {
        const metric = primaryOfRun(first.record.description, corpus);
        const [one, other] = [linesOf(first, corpus.name), linesOf(second, corpus.name)];
        const pair = compareLines(one, other, metric, new Resampling(corpus.digest));
        return pair === undefined ? [] : [{ corpus: corpus.name, metric: metric.name, ...contestants, ...pair }];
    });
    if (compared.length > 0)
        return compared;
    throw new AssayError('usage', `${first.name} and ${second.name} have no page in common that both scored`);
}
/** The names of the extractors that both runs have and that are no baselines, in code units' order. */
export function sharedExtractors(first, second) {
    const names = new Set(second.description.extractors.map(({ name }) => name));
    return first.description.extractors
        .filter(({ name, baseline }) => !baseline && names.has(name))
        .map(({ name }) => name)
        .toSorted(compareCodeUnits);
}
/** The names of the extractors, no baselines, that only one of two runs has, in code units' order. */
export function unsharedExtractors(first, second) {
    const shared = new Set(sharedExtractors(first, second));
    return [first, second]
        .flatMap(({ description }) => description.extractors)
        .filter(({ name, baseline }) => !baseline && !shared.has(name))
        .map(({ name }) => name)
        .toSorted(compareCodeUnits);
}
function compareLines(first, second, metric, resampling) {
    const sites = sitesOf([...first, ...second]);
    const scores = [scoresOf(first, metric), scoresOf(second, metric)];
    const [ours, theirs] = scores;
    const figures = figuresOf(metric).flatMap((figure) => {
        const [comparison] = compareSystems(comparisonTable(sites, scores, metric, figure), resampling);
        const one = valueOn(ours, theirs, metric, figure);
        const other = valueOn(theirs, ours, metric, figure);
        if (comparison === undefined || one === undefined || other === undefined)
            return [];
        const { first: _first, second: _second, ...said } = comparison;
        return [{ figure, first: one, second: other, ...said }];
    });
    return figures.length === 0 ? undefined : { figures, changes: changesOf(scores, sites, metric.headline) };
}
function figuresOf({ figures, headline }) {
    return [...figures.filter((figure) => figure !== headline), headline];
}
/** A figure over the pages that the other side scored too. */
function valueOn(scores, other, metric, figure) {
    const shared = new Map([...scores].filter(([page]) => other.has(page)));
    return figureOver(shared, metric, figure);
}
function changesOf([first, second], sites, figure) {
    const changes = [...sites].flatMap(([page, site]) => {
        const [one, other] = [first.get(page)?.figures[figure], second.get(page)?.figures[figure]];
        return isDefined(one) && isDefined(other) && one !== other
            ? [{ page, site, first: one, second: other }]
            : [];
    });
    const size = ({ first: one, second: other }) => Math.abs(one - other);
    return changes.toSorted((a, b) => size(b) - size(a) || compareCodeUnits(a.page, b.page));
}
function linesOf({ record, name }, corpus) {
    return record.journal.filter((line) => line.corpus === corpus && line.extractor === name);
}
function contestantOf({ record: { description, folder }, name }) {
    const extractor = description.extractors.find((each) => each.name === name);
    if (extractor !== undefined)
        return { name, version: extractor.version, run: readablePath(folder) };
    const known = description.extractors.map((each) => each.name).join(', ');
    throw new AssayError('usage', `there is no extractor "${name}" in ${readablePath(folder)}; it has ${known}`);
}
/** Figures of different gold, policies or metrics are not the same figures; extractors may differ, and how long they had. */
function refuseUnlike(first, second) {
    if (first === second)
        return;
    const bare = ({ description }) => ({
        ...description,
        assay: '',
        extractors: [],
        corpora: description.corpora.filter(({ name }) => [first, second].every((record) => record.description.corpora.some((corpus) => corpus.name === name))),
        options: { workers: 1, timeoutMs: 0, memoryMb: 0 },
    });
    const differences = differencesBetween(bare(first), bare(second), { isSharing: true });
    if (differences.length === 0)
        return;
    const list = differences.map((difference) => `  ${difference}`).join('\n');
    const mend = 'score one of the runs again with assay score';
    const both = `${readablePath(first.folder)} and ${readablePath(second.folder)}`;
    throw new AssayError('bad-input', `the figures of ${both} are not the same figures; ${mend}\n${list}`);
}
/**
 * Compares every two extractors of a run on each corpus by the headline figure of its primary metric; baselines stay
 * out.
 *
 * @throws AssayError `usage` if there are no two to compare.
 */
export function compareField(record) {
    const fields = fieldsOf(record);
    if (fields.length > 0)
        return fields;
    const { extractors } = record.description;
    const names = extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
    const found = `${readablePath(record.folder)} has no two extractors to compare: ${names.join(', ') || 'none'}, beside baselines`;
    const mend = 'name two, which may be baselines: assay compare RUN A B';
    throw new AssayError('usage', extractors.length < 2 ? found : `${found}; ${mend}`);
}
/** The same; a corpus on which there are no two to compare is left out. The tests are those behind the ranks of the summary. */
export function fieldsOf({ description, journal, }) {
    const names = description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
    return description.corpora.flatMap((corpus) => {
        const metric = primaryOfRun(description, corpus);
        const lines = journal.filter((line) => line.corpus === corpus.name);
        const own = names.map((name) => ({ name, lines: lines.filter(({ extractor }) => extractor === name) }));
        const { systems, pairs } = rankSystems(own, metric, new Resampling(corpus.digest));
        if (systems.length < 2)
            return [];
        return [
            { corpus: corpus.name, metric: metric.name, figure: metric.headline, extractors: systems, pairs },
        ];
    });
}
