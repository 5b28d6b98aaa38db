import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { FailureKind } from '../model/extraction.ts';
import type { CorpusOfRun, RunDescription } from '../store/run-description.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunTime, Summary, SummaryEntry, WorstPage } from '../store/summary-file.ts';
import { ORACLE, isDefined } from '../model/score.ts';
import { formatSignature } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import { quantile } from '../stats/quantile.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import { aggregateWithIntervals } from './intervals.ts';
import { oracleLines } from './oracle.ts';
import { rankGroups } from './ranking.ts';

/** How many of an extractor's worst pages a summary names. */
const WORST_PAGES = 5;

type ScoredPage = Exclude<JournalLine, { status: 'skipped' }>;

/**
 * Sums up a journal. Lines are put into one order first, so that neither the order in which pages finished nor
 * the number of workers changes a digit; what is drawn by lot is drawn from the digest of the corpus.
 */
export function summarize(
  description: RunDescription,
  journal: readonly JournalLine[],
  metrics: readonly Metric[],
): Summary {
  const groups = groupByExtractor(journal);
  const corpora = description.corpora
    .toSorted((a, b) => compareCodeUnits(a.name, b.name))
    .map((corpus) => {
      const flips = new SignFlips(corpus.digest);
      const own = groups.filter((group) => group.corpus === corpus.name);
      const ranked = [...own, ...oracleGroups(description, own, metrics)]
        .map((group) => ({
          ...group,
          entry: summarizeGroup(description, corpus, group, metrics),
        }))
        .toSorted((a, b) => compareCodeUnits(a.entry.name, b.entry.name));
      const { ranks, neighbours } = rankGroups(ranked, primaryMetric(corpus.gold), flips);
      return { entries: ranked.map(({ entry }) => withRank(entry, ranks.get(entry.name))), neighbours };
    });
  return {
    schema: 'assay/summary@1',
    extractors: corpora.flatMap(({ entries }) => entries),
    neighbours: corpora.flatMap(({ neighbours }) => neighbours),
    machine: description.machine,
  };
}

/** The oracle of a corpus, unless an extractor has its name. Its systems come in the order of the description. */
function oracleGroups(
  { extractors }: RunDescription,
  groups: readonly Group[],
  metrics: readonly Metric[],
): Group[] {
  if (extractors.some(({ name }) => name === ORACLE)) return [];
  const systems = extractors
    .filter(({ baseline }) => !baseline)
    .flatMap(({ name }) => groups.filter(({ extractor }) => extractor === name).map(({ lines }) => lines));
  return groupByExtractor(oracleLines(systems, metrics));
}

function withRank(entry: SummaryEntry, rank: number | undefined): SummaryEntry {
  return rank === undefined ? entry : { ...entry, rank };
}

/** What the journal says of an extractor on a corpus: at least one line, sorted by page. */
interface Group {
  readonly corpus: string;
  readonly extractor: string;
  readonly lines: readonly JournalLine[];
}

function groupByExtractor(journal: readonly JournalLine[]): Group[] {
  const groups = new Map<string, Group & { readonly lines: JournalLine[] }>();
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

function summarizeGroup(
  description: RunDescription,
  corpus: CorpusOfRun,
  { extractor: name, lines }: Group,
  metrics: readonly Metric[],
): SummaryEntry {
  const scored = lines.filter((line): line is ScoredPage => line.status !== 'skipped');
  const extractor = description.extractors.find((each) => each.name === name) ?? NO_EXTRACTOR;
  const primary = primaryMetric(corpus.gold);
  const figures = metrics.flatMap((metric) => {
    const scores = scored.flatMap(({ site, metrics: { [metric.name]: score } }) =>
      score === undefined ? [] : [{ site, score }],
    );
    return scores.length === 0 ? [] : [{ metric, scores }];
  });
  const aggregates = figures.map(aggregateWithIntervals);
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
    metrics: Object.fromEntries(figures.map(({ metric }, index) => [metric.name, aggregates[index]!])),
    signatures: Object.fromEntries(
      figures.map(({ metric, scores }) => [
        metric.name,
        formatSignature(metric, { ...context, pages: scores.length }),
      ]),
    ),
    ...repeatsOf(scored),
    worst: worstPages(scored, primary),
    time: timeOf(scored),
    ...memoryOf(scored),
  };
}

function countFailures(lines: readonly ScoredPage[]): Partial<Record<FailureKind, number>> {
  const counts: Partial<Record<FailureKind, number>> = {};
  for (const line of lines) {
    if (line.status === 'failed') counts[line.failure] = (counts[line.failure] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => compareCodeUnits(a, b)));
}

function repeatsOf(lines: readonly ScoredPage[]): Pick<SummaryEntry, 'repeats'> {
  const repeated = lines.flatMap(({ page, repeats }) =>
    repeats === undefined ? [] : [{ page, ...repeats }],
  );
  if (repeated.length === 0) return {};
  const differing = repeated.filter(({ outcomes }) => outcomes > 1).map(({ page }) => page);
  return { repeats: { runs: repeated[0]!.runs, differing } };
}

/** Pages whose headline figure is below 1, worst first; equal ones by identifier. */
function worstPages(lines: readonly ScoredPage[], primary: Metric): WorstPage[] {
  const pages = lines.flatMap((line): WorstPage[] => {
    const score = line.metrics[primary.name];
    const value = score?.figures[primary.headline];
    if (score === undefined || !isDefined(value) || value === 1) return [];
    const failure = line.status === 'failed' ? { failure: line.failure } : {};
    return [{ page: line.page, site: line.site, value, counts: score.counts, ...failure }];
  });
  return pages.toSorted((a, b) => a.value - b.value).slice(0, WORST_PAGES);
}

function timeOf(lines: readonly ScoredPage[]): RunTime {
  const times = lines.flatMap((line) =>
    line.status === 'extracted' && line.ms !== undefined ? [line.ms] : [],
  );
  if (times.length === 0) return { pages: 0 };
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

function memoryOf(lines: readonly ScoredPage[]): Pick<SummaryEntry, 'memory'> {
  const seen = lines.flatMap((line) =>
    line.status === 'extracted' && line.memory !== undefined ? [line.memory] : [],
  );
  if (seen.length === 0) return {};
  const sorted = seen.toSorted((a, b) => a - b);
  return {
    memory: {
      medianMb: quantile(sorted, 0.5),
      p95Mb: rounded(quantile(sorted, 0.95)),
      peakMb: sorted.at(-1)!,
    },
  };
}

/** Times are kept to the microsecond. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
