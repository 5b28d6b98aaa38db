/** Why a ratio has no value. Never NaN, never a silent omission. */
export type UndefinedReason =
  /** Gold requires nothing here, so there is nothing to find. */
  | 'nothing-required'
  /** Gold requires something, so there is nothing to reject. */
  | 'something-required'
  /** Nothing came out, so there is nothing to be right or wrong about. */
  | 'nothing-extracted'
  /** No page has a value. */
  | 'no-pages';

/** A number with its unit told by its name (shares are 0..1), or the reason why there is none. */
export type Figure = number | { readonly undefined: UndefinedReason };

/** What a metric says of one page. */
export interface PageScore {
  /** whole numbers that the figures follow from. */
  readonly counts: Readonly<Record<string, number>>;
  /** Figures in 0..1 by name. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * A figure of a whole corpus and the number of pages that it covers; `low` and `high` bound its 95 % interval,
 * absent where there are too few sites for one, or nothing varies between them.
 */
export type Aggregate =
  | { readonly value: number; readonly n: number; readonly low?: number; readonly high?: number }
  | { readonly undefined: UndefinedReason; readonly n: 0 };

/** The number that a figure of a page or of a corpus is; undefined where it has none, or was not computed. */
export function valueOf(figure: Figure | Aggregate | undefined): number | undefined {
  if (typeof figure === 'number') return figure;
  return figure !== undefined && 'value' in figure ? figure.value : undefined;
}

/** How a figure of a corpus follows from its pages: what its interval needs to know. */
export type Estimate =
  /** The plain mean of the figure over the pages where it is defined. */
  | { readonly kind: 'mean' }
  /** A sum of counts over all pages divided by another; a count that is named twice counts twice. */
  | {
      readonly kind: 'ratio-of-sums';
      readonly part: readonly string[];
      readonly whole: readonly string[];
      /** Counts whose sum gold alone decides: where all are 0 gold gives the figure nothing to say of a page. */
      readonly gold: readonly string[];
    }
  /** The harmonic mean of two other figures of the corpus, both plain means. */
  | { readonly kind: 'harmonic-mean'; readonly of: readonly [string, string] };

/** What the row is called of the best extractor for each page. */
export const ORACLE = 'oracle';

export function isDefined(figure: Figure | undefined): figure is number {
  return typeof figure === 'number';
}

/** Page scores by name of the metric; a metric is left out where the page lacks the gold that it needs. */
export type MetricScores = Readonly<Record<string, PageScore>>;
