import type { GoldForm } from '../model/page.ts';
import { isDefined } from '../model/score.ts';
import type { Aggregate, Estimate, Figure, PageScore } from '../model/score.ts';
import type { ScoringInput } from './scoring-input.ts';

/** What a metric reads of gold: the labelled text, the snippets, or one field of the metadata. */
export type GoldNeed = GoldForm | 'title' | 'authors' | 'published' | 'publisher' | 'language';

/** A metric: how a page is scored and how pages become a figure of the corpus. Pure. */
export interface Metric {
  /** Its name in options, tables and signatures; a variant has its options behind a colon, `shingles:empty=zero`. */
  readonly name: string;
  /** Raised whenever the same input could give another figure. */
  readonly version: number;
  /** One sentence: what is counted. */
  readonly definition: string;
  /** Where the definition comes from. */
  readonly source: string;
  /** The gold that a page must have to be scored. */
  readonly needs: GoldNeed;
  /** The figures of a page and of a corpus, in the order of a table. */
  readonly figures: readonly string[];
  /** The figure that tables are sorted by. */
  readonly headline: string;
  /** The figure that is about other pages than the rest, so that tables show it apart from them. Absent: none is. */
  readonly apart?: string;
  /** The headline of a perfect extraction. Absent: 1; 0 for a share of what went wrong. */
  readonly best?: 0;
  /** It goes beside the others: shown where it was asked for, and in a table of its own in reports. Absent: no. */
  readonly companion?: true;
  /** Which part of an extraction it looks at: its blocks, its own text where it gave one, what stands beside them. */
  readonly reads: 'blocks' | 'text' | 'metadata';
  /**
   * What else its figures depend on, for the signature: normal form, case, n-gram length …; `optional: 'left-out'` where
   * the optional text that the alignment found is left out of the extraction.
   */
  readonly keys: Readonly<Record<string, string>>;
  /** How pages are put together, for the signature. */
  readonly aggregation: string;
  /** How a figure of the corpus follows from its pages where it is no plain mean of the figures of pages. */
  readonly estimates?: Readonly<Record<string, Estimate>>;
  /** Conventions that can be chosen, e.g. `{ empty: ['left-out', 'zero'] }`; the first of each is the default. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** The variant under other conventions, all of them given; there where `options` are. */
  variant?(chosen: Readonly<Record<string, string>>): Metric;
  /** Scores one page; a failed extraction has been made an empty one, and `input.failed` says so. */
  scorePage(input: ScoringInput): PageScore;
  /** The counts of a page in words, for people who look for what went wrong. */
  describe(counts: PageScore['counts']): string;
  /** The figures of a corpus from the scores of its pages, by figure name. No pages: all undefined. */
  aggregate(scores: readonly PageScore[]): Readonly<Record<string, Aggregate>>;
}

/** What tables call figures whose names are long. */
const SHORT_TITLES: Readonly<Record<string, string>> = {
  precision: 'P',
  recall: 'R',
  f1: 'F1',
  accuracy: 'acc',
};

/** What a figure is called in tables; without a short title by its name. */
export function figureTitle(figure: string): string {
  return SHORT_TITLES[figure] ?? figure;
}

/** What the headline of a metric is called where the metric is named with it: `tokens F1`. */
export function headlineTitle({ name, headline }: Metric): string {
  return `${name} ${figureTitle(headline)}`;
}

/**
 * How good a figure is: the greater the better, also where less of the figure is better. Where nothing came out it is as good
 * as the worst figure; where there is none for another reason it is less than any.
 */
export function goodness(figure: Figure | undefined, { best }: Pick<Metric, 'best'>): number {
  const sign = best === 0 ? -1 : 1;
  if (isDefined(figure)) return sign * figure;
  if (figure?.undefined === 'nothing-extracted') return best === 0 ? -1 : 0;
  return Number.NEGATIVE_INFINITY;
}

/** Whether gold gives a figure something to say of a page. What came out decides whether it is wrong, never whether it counts. */
export function hasGold({ counts, figures }: PageScore, { estimates }: Metric, name: string): boolean {
  const estimate = estimates?.[name];
  if (estimate?.kind === 'ratio-of-sums') return estimate.gold.some((count) => (counts[count] ?? 0) > 0);
  const figure = figures[name];
  return isDefined(figure) || figure?.undefined === 'nothing-extracted';
}

/**
 * A figure of a page as pages are compared by it. It is 1 where gold only says what must not come out and none of that did:
 * the ratio has no divisor there, and would be 0 if some had.
 */
export function figureOnPage(score: PageScore, metric: Metric, name: string): Figure | undefined {
  const figure = score.figures[name];
  if (isDefined(figure) || figure?.undefined !== 'nothing-required') return figure;
  return hasGold(score, metric, name) ? 1 : figure;
}

/** The headline figure of a page, 0 where nothing came out; on a page with nothing to extract whether it was left alone. */
export function valueOnPage(score: PageScore, metric: Metric): number | undefined {
  const { headline, apart } = metric;
  const figure = figureOnPage(score, metric, headline);
  if (isDefined(figure)) return figure;
  // The page has something to find, and nothing came out.
  if (figure?.undefined === 'nothing-extracted') return 0;
  const other = apart === undefined ? undefined : score.figures[apart];
  return isDefined(other) ? other : undefined;
}

/** What a figure was made of besides the metric itself. */
export interface SignatureContext {
  readonly policy: string;
  /** Pages scored. */
  readonly pages: number;
  readonly corpus: string;
  /** Digest of the corpus, hex. */
  readonly digest: string;
}

/**
 * The line that stands under every table: `tokens|v2|reads:blocks|norm:nfkc|…|policy:article|agg:…|n:181|corpus:…`.
 * Figures of different signatures are not the same figure.
 */
export function formatSignature(metric: Metric, context: SignatureContext): string {
  return [
    ...ownParts(metric),
    `policy:${context.policy}`,
    `agg:${metric.aggregation}`,
    `n:${context.pages}`,
    `corpus:${context.corpus}@${context.digest.slice(0, 12)}`,
  ].join('|');
}

/** What a metric itself contributes to its signatures, whatever it is run over. */
export function metricSignature(metric: Metric): string {
  return [...ownParts(metric), `agg:${metric.aggregation}`].join('|');
}

function ownParts(metric: Metric): string[] {
  const keys = Object.entries(metric.keys).map(([key, value]) => `${key}:${value}`);
  return [baseName(metric.name), `v${metric.version}`, `reads:${metric.reads}`, ...keys];
}

/** The name of a metric without the options of a variant: those stand among the keys of its signature. */
export function baseName(name: string): string {
  return name.split(':', 1)[0]!;
}

/** The plain mean of a figure over the pages where it is defined. */
export function meanOf(scores: readonly PageScore[], figure: string): Aggregate {
  const values = scores.map((score) => score.figures[figure]).filter(isDefined);
  return mean(values);
}

/** The plain mean of each of some figures, by name and in their order. */
export function meansOf(scores: readonly PageScore[], figures: readonly string[]): Record<string, Aggregate> {
  return Object.fromEntries(figures.map((figure) => [figure, meanOf(scores, figure)]));
}

/** The plain mean of numbers, summed in the order given. None: undefined. */
export function mean(values: readonly number[]): Aggregate {
  if (values.length === 0) return { undefined: 'no-pages', n: 0 };
  let sum = 0;
  for (const value of values) sum += value;
  return { value: sum / values.length, n: values.length };
}
