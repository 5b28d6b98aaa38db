import type { PairedComparison } from '../model/paired-comparison.ts';
import { isDefined } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { compareSystems } from '../stats/compare-systems.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import { differencesBetween } from '../store/compare-descriptions.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunRecord } from '../store/read-run.ts';
import type { RunDescription } from '../store/run-description.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { primaryOfRun } from './labels.ts';
import { comparisonTable, figureOver, rankSystems, scoresOf, sitesOf } from './ranking.ts';
import type { RankedSystems, ScoresByPage } from './ranking.ts';

/** One side of a comparison. */
export interface Contestant {
  readonly name: string;
  readonly version: string;
  /** The run that it comes from, as the user named it. */
  readonly run: string;
}

/** Two extractors on one corpus, on the pages that both scored. */
export interface PairComparison {
  readonly corpus: string;
  readonly metric: string;
  readonly first: Contestant;
  readonly second: Contestant;
  /** One for each figure of the metric that both have, the headline figure last. */
  readonly figures: readonly ComparedFigure[];
  /** Pages whose headline figure differs, the greatest difference first. */
  readonly changes: readonly PageChange[];
}

/** A figure of both, each over the shared pages, and what can be said of the difference. */
export interface ComparedFigure extends PairedComparison {
  readonly figure: string;
  readonly first: number;
  readonly second: number;
}

/** A page, and the headline figure of each side on it, 0..1. */
export interface PageChange {
  readonly page: string;
  readonly site: string;
  readonly first: number;
  readonly second: number;
}

/** An extractor by its name in a run. */
export interface NamedInRun {
  readonly record: RunRecord;
  readonly name: string;
}

/** Two extractors, each in its run. */
export interface PairRequest {
  readonly first: NamedInRun;
  readonly second: NamedInRun;
}

/**
 * Compares two extractors on every corpus that both ran over, by the primary metric of each: first less second.
 *
 * @throws AssayError `usage` for an extractor that is not in its run, or runs that have no corpus in common;
 * `bad-input` for runs whose figures do not belong together.
 */
export function comparePair({ first, second }: PairRequest): PairComparison[] {
  refuseUnlike(first.record, second.record);
  const contestants = { first: contestantOf(first), second: contestantOf(second) };
  const corpora = first.record.description.corpora.filter(({ name }) =>
    second.record.description.corpora.some((corpus) => corpus.name === name),
  );
  const compared = corpora.flatMap((corpus) => {
    const metric = primaryOfRun(first.record.description, corpus);
    const [one, other] = [linesOf(first, corpus.name), linesOf(second, corpus.name)];
    const pair = compareLines(one, other, metric, new SignFlips(corpus.digest));
    return pair === undefined ? [] : [{ corpus: corpus.name, metric: metric.name, ...contestants, ...pair }];
  });
  if (compared.length > 0) return compared;
  throw new AssayError('usage', `${first.name} and ${second.name} have no page in common that both scored`);
}

/** The names of the extractors that both runs have and that are no baselines, in code units' order. */
export function sharedExtractors(first: RunRecord, second: RunRecord): string[] {
  const names = new Set(second.description.extractors.map(({ name }) => name));
  return first.description.extractors
    .filter(({ name, baseline }) => !baseline && names.has(name))
    .map(({ name }) => name)
    .toSorted(compareCodeUnits);
}

/** The names of the extractors, no baselines, that only one of two runs has, in code units' order. */
export function unsharedExtractors(first: RunRecord, second: RunRecord): string[] {
  const shared = new Set(sharedExtractors(first, second));
  return [first, second]
    .flatMap(({ description }) => description.extractors)
    .filter(({ name, baseline }) => !baseline && !shared.has(name))
    .map(({ name }) => name)
    .toSorted(compareCodeUnits);
}

function compareLines(
  first: readonly JournalLine[],
  second: readonly JournalLine[],
  metric: Metric,
  flips: SignFlips,
): Pick<PairComparison, 'figures' | 'changes'> | undefined {
  const sites = sitesOf([...first, ...second]);
  const scores = [scoresOf(first, metric), scoresOf(second, metric)] as const;
  const [ours, theirs] = scores;
  const figures = figuresOf(metric).flatMap((figure) => {
    const [comparison] = compareSystems(comparisonTable(sites, scores, metric, figure), flips);
    const one = valueOn(ours, theirs, metric, figure);
    const other = valueOn(theirs, ours, metric, figure);
    if (comparison === undefined || one === undefined || other === undefined) return [];
    const { first: _first, second: _second, ...said } = comparison;
    return [{ figure, first: one, second: other, ...said }];
  });
  return figures.length === 0 ? undefined : { figures, changes: changesOf(scores, sites, metric.headline) };
}

function figuresOf({ figures, headline }: Metric): string[] {
  return [...figures.filter((figure) => figure !== headline), headline];
}

/** A figure over the pages that the other side scored too. */
function valueOn(
  scores: ScoresByPage,
  other: ScoresByPage,
  metric: Metric,
  figure: string,
): number | undefined {
  const shared = new Map([...scores].filter(([page]) => other.has(page)));
  return figureOver(shared, metric, figure);
}

function changesOf(
  [first, second]: readonly [ScoresByPage, ScoresByPage],
  sites: ReadonlyMap<string, string>,
  figure: string,
): PageChange[] {
  const changes = [...sites].flatMap(([page, site]) => {
    const [one, other] = [first.get(page)?.figures[figure], second.get(page)?.figures[figure]];
    return isDefined(one) && isDefined(other) && one !== other
      ? [{ page, site, first: one, second: other }]
      : [];
  });
  const size = ({ first: one, second: other }: PageChange): number => Math.abs(one - other);
  return changes.toSorted((a, b) => size(b) - size(a) || compareCodeUnits(a.page, b.page));
}

function linesOf({ record, name }: NamedInRun, corpus: string): JournalLine[] {
  return record.journal.filter((line) => line.corpus === corpus && line.extractor === name);
}

function contestantOf({ record: { description, folder }, name }: NamedInRun): Contestant {
  const extractor = description.extractors.find((each) => each.name === name);
  if (extractor !== undefined) return { name, version: extractor.version, run: readablePath(folder) };
  const known = description.extractors.map((each) => each.name).join(', ');
  throw new AssayError(
    'usage',
    `there is no extractor "${name}" in ${readablePath(folder)}; it has ${known}`,
  );
}

/** Figures of different gold, policies or metrics are not the same figures; extractors may differ, and how long they had. */
function refuseUnlike(first: RunRecord, second: RunRecord): void {
  if (first === second) return;
  const bare = ({ description }: RunRecord): RunDescription => ({
    ...description,
    assay: '',
    extractors: [],
    corpora: description.corpora.filter(({ name }) =>
      [first, second].every((record) => record.description.corpora.some((corpus) => corpus.name === name)),
    ),
    options: { workers: 1, timeoutMs: 0, memoryMb: 0 },
  });
  const differences = differencesBetween(bare(first), bare(second), { isSharing: true });
  if (differences.length === 0) return;
  const list = differences.map((difference) => `  ${difference}`).join('\n');
  const fix = 'score one of the runs again with assay score';
  const both = `${readablePath(first.folder)} and ${readablePath(second.folder)}`;
  throw new AssayError('bad-input', `the figures of ${both} are not the same figures; ${fix}\n${list}`);
}

/** All extractors of a run on one corpus, every two of them, by one figure. */
export interface FieldComparison extends Pick<RankedSystems, 'pairs'> {
  readonly corpus: string;
  readonly metric: string;
  readonly figure: string;
  /** Best first; baselines are not among them. */
  readonly extractors: RankedSystems['systems'];
}

/**
 * Compares every two extractors of a run on each corpus by the headline figure of its primary metric; baselines stay
 * out.
 *
 * @throws AssayError `usage` if there are no two to compare.
 */
export function compareField(record: RunRecord): FieldComparison[] {
  const fields = fieldsOf(record);
  if (fields.length > 0) return fields;
  const { extractors } = record.description;
  const names = extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
  const found = `${readablePath(record.folder)} has no two extractors to compare: ${names.join(', ') || 'none'}, beside baselines`;
  const fix = 'name two, which may be baselines: assay compare RUN A B';
  throw new AssayError('usage', extractors.length < 2 ? found : `${found}; ${fix}`);
}

/** The same; a corpus on which there are no two to compare is left out. The tests are those behind the ranks of the summary. */
export function fieldsOf({
  description,
  journal,
}: Pick<RunRecord, 'description' | 'journal'>): FieldComparison[] {
  const names = description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
  return description.corpora.flatMap((corpus) => {
    const metric = primaryOfRun(description, corpus);
    const lines = journal.filter((line) => line.corpus === corpus.name);
    const own = names.map((name) => ({ name, lines: lines.filter(({ extractor }) => extractor === name) }));
    const { systems, pairs } = rankSystems(own, metric, new SignFlips(corpus.digest));
    if (systems.length < 2) return [];
    return [
      { corpus: corpus.name, metric: metric.name, figure: metric.headline, extractors: systems, pairs },
    ];
  });
}
