import type { GoldForm } from '../model/page.ts';
import type { Aggregate, PageScore } from '../model/score.ts';
import type { ScoringInput } from './scoring-input.ts';

/** A metric: how a page is scored and how pages become a figure of the corpus. Pure. */
export interface Metric {
  /** Its name in options, tables and signatures. */
  readonly name: string;
  /** Raised whenever the same input could give another figure. */
  readonly version: number;
  /** One sentence: what is counted. */
  readonly definition: string;
  /** Where the definition comes from. */
  readonly source: string;
  /** The gold that a page must have to be scored. */
  readonly needs: GoldForm;
  /** The figures of a page and of a corpus, in the order of a table. */
  readonly figures: readonly string[];
  /** The figure that tables are sorted by. */
  readonly headline: string;
  /** Which part of an extraction it looks at: its blocks, or its own text where it gave one. */
  readonly reads: 'blocks' | 'text';
  /** What else its figures depend on, for the signature: normal form, case, n-gram length … */
  readonly keys: Readonly<Record<string, string>>;
  /** How pages are put together, for the signature. */
  readonly aggregation: string;
  /** Scores one page; a failed extraction has been made an empty one, and `input.failed` says so. */
  scorePage(input: ScoringInput): PageScore;
  /** The counts of a page in words, for people who look for what went wrong. */
  describe(counts: PageScore['counts']): string;
  /** The figures of a corpus from the scores of its pages, by figure name. No pages: all undefined. */
  aggregate(scores: readonly PageScore[]): Readonly<Record<string, Aggregate>>;
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
 * The line that stands under every table: `tokens|v1|reads:blocks|norm:nfkc|…|policy:article|agg:…|n:181|corpus:…`.
 * Figures of different signatures are not the same figure.
 */
export function formatSignature(metric: Metric, context: SignatureContext): string {
  const keys = Object.entries(metric.keys).map(([key, value]) => `${key}:${value}`);
  return [
    metric.name,
    `v${metric.version}`,
    `reads:${metric.reads}`,
    ...keys,
    `policy:${context.policy}`,
    `agg:${metric.aggregation}`,
    `n:${context.pages}`,
    `corpus:${context.corpus}@${context.digest.slice(0, 12)}`,
  ].join('|');
}
