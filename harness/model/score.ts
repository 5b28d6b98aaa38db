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
  /** Whole numbers that the figures follow from; resampling needs nothing else. */
  readonly counts: Readonly<Record<string, number>>;
  /** Figures in 0..1 by name. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** A figure of a whole corpus and the number of pages that it covers. */
export type Aggregate =
  { readonly value: number; readonly n: number } | { readonly undefined: UndefinedReason; readonly n: 0 };

export function isDefined(figure: Figure | undefined): figure is number {
  return typeof figure === 'number';
}
