import { classChanges } from '../explain/class-changes.ts';
import type { ClassChange } from '../explain/class-changes.ts';
import type { ExplanationCounts } from '../explain/explanation.ts';
import type { GoldForm } from '../model/page.ts';
import type { PairedComparison } from '../model/paired-comparison.ts';
import { isDefined } from '../model/score.ts';
import type { Figure } from '../model/score.ts';
import { figureOnPage } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { compareSystems } from '../stats/compare-systems.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import { differencesBetween } from '../store/compare-descriptions.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunRecord } from '../store/read-run.ts';
import type { RunDescription } from '../store/run-description.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { lacksExplanation } from './class-sums.ts';
import { primaryOfRun } from './labels.ts';
import { comparisonTable, figureOver, scoresOf, sitesOf } from './ranking.ts';
import type { ScoresByPage } from './ranking.ts';

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
  /** What is subtracted from what. Of two runs the second is the new one, so that what became better has a plus. */
  readonly direction: 'first-less-second' | 'second-less-first';
  /** One for each figure of the metric that both have, the headline figure last. */
  readonly figures: readonly ComparedFigure[];
  /** Every page of either, by identifier. */
  readonly pages: readonly ComparedPage[];
  /**
   * Of two runs: the classes of faults that came and went on the pages whose headline figure changed. Absent for two
   * extractors of one run, and where a run was made by a version of Assay that explained nothing.
   */
  readonly classes?: readonly ClassChange[];
}

/**
 * A figure of both, each over the shared pages, and what can be said of the difference. `wins` are pages on which the side
 * that the other is subtracted from has the higher figure.
 */
export interface ComparedFigure extends PairedComparison {
  readonly figure: string;
  readonly first: number;
  readonly second: number;
  /** Shared pages on which one of the two has no such figure, as precision where nothing came out. */
  readonly lacking: number;
}

/** A page, and the headline figure of each side on it; absent where a side skipped it. */
export interface ComparedPage {
  readonly page: string;
  readonly site: string;
  readonly first?: Figure;
  readonly second?: Figure;
}

/** A page whose headline figure differs. */
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
 * Compares two extractors on every corpus that both ran over, by the primary metric of each: of one run the first less the
 * second, of two runs the second less the first.
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
  const direction = first.record === second.record ? 'first-less-second' : 'second-less-first';
  const compared = corpora.flatMap((corpus): PairComparison[] => {
    const metric = primaryOfRun(first.record.description, corpus);
    const lines = [linesOf(first, corpus.name), linesOf(second, corpus.name)] as const;
    const figures = compareFigures(lines, metric, direction, new SignFlips(corpus.digest));
    if (figures.length === 0) return [];
    const pages = pagesOf(lines, metric);
    const classes = direction === 'second-less-first' ? classesOf(lines, pages, corpus.gold) : undefined;
    return [
      {
        corpus: corpus.name,
        metric: metric.name,
        ...contestants,
        direction,
        figures,
        pages,
        ...(classes !== undefined && { classes }),
      },
    ];
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

/** The lines of both sides on one corpus. */
type BothLines = readonly [readonly JournalLine[], readonly JournalLine[]];

function compareFigures(
  lines: BothLines,
  metric: Metric,
  direction: PairComparison['direction'],
  flips: SignFlips,
): ComparedFigure[] {
  const sites = sitesOf(lines.flat());
  const [ours, theirs] = [scoresOf(lines[0], metric), scoresOf(lines[1], metric)];
  const inOrder = direction === 'first-less-second' ? [ours, theirs] : [theirs, ours];
  return figuresOf(metric).flatMap((figure) => {
    const [comparison] = compareSystems(comparisonTable(sites, inOrder, metric, figure), flips);
    const first = valueOn(ours, theirs, metric, figure);
    const second = valueOn(theirs, ours, metric, figure);
    if (comparison === undefined || first === undefined || second === undefined) return [];
    const { first: _first, second: _second, ...said } = comparison;
    const { pages, wins, ties, losses } = said;
    return [{ figure, ...said, first, second, lacking: pages - wins - ties - losses }];
  });
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

function pagesOf(lines: BothLines, metric: Metric): ComparedPage[] {
  const [first, second] = lines.map((own) => scoresOf(own, metric));
  const figureOf = (scores: ScoresByPage | undefined, page: string): Figure | undefined => {
    const score = scores?.get(page);
    return score && figureOnPage(score, metric, metric.headline);
  };
  return [...sitesOf(lines.flat())].map(([page, site]) => ({
    page,
    site,
    ...defined({ first: figureOf(first, page), second: figureOf(second, page) }),
  }));
}

/** Pages whose headline figure differs, the greatest difference first; pages on which not both have it are not among them. */
export function changedPages(pages: readonly ComparedPage[]): PageChange[] {
  const changes = pages.flatMap(({ page, site, first, second }) =>
    isDefined(first) && isDefined(second) && first !== second ? [{ page, site, first, second }] : [],
  );
  const size = ({ first: one, second: other }: PageChange): number => Math.abs(one - other);
  return changes.toSorted((a, b) => size(b) - size(a) || compareCodeUnits(a.page, b.page));
}

function classesOf(
  lines: BothLines,
  pages: readonly ComparedPage[],
  gold: GoldForm,
): ClassChange[] | undefined {
  const changed = new Set(changedPages(pages).map(({ page }) => page));
  const [before, after] = lines.map((own) => new Map(own.map((line) => [line.page, line])));
  const both = [...changed].map((page) => [before!.get(page)!, after!.get(page)!]);
  if (both.flat().some((line) => lacksExplanation(line, gold))) return undefined;
  const explainedOf = (line: JournalLine | undefined): ExplanationCounts | undefined =>
    line === undefined || line.status === 'skipped' ? undefined : line.explained;
  return classChanges(both.map(([old, now]) => ({ before: explainedOf(old), after: explainedOf(now) })));
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
