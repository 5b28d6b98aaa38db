import type { MissingClass, SurplusClass, Verdict } from '../../explain/classes.ts';
import type { BlockExplanation, FieldExplanation, SegmentExplanation } from '../../explain/explanation.ts';
import type { PairedTest } from '../../model/paired-comparison.ts';
import type { GoldForm } from '../../model/page.ts';
import type { RunDescription } from '../../store/run-description.ts';
import type { SummaryEntry } from '../../store/summary-file.ts';

/**
 * What stands in `report.html`, between the program that writes it and the app that shows it: an index, which is opened
 * first, and each page by itself, which is opened when somebody looks at it. Names are short and rows are arrays where there
 * is one for every extractor on every page.
 */
export interface ReportIndex {
  readonly folder: string;
  readonly run: RunDescription;
  /** One for each corpus of the run, in its order. */
  readonly corpora: readonly CorpusIndex[];
  /** What a reader has to know of the report itself, such as texts that were left out. */
  readonly notes: readonly string[];
}

/** A corpus: its table, its pages, and every extractor on every page. */
export interface CorpusIndex {
  readonly name: string;
  readonly gold: GoldForm;
  /** The primary metric: its name, its figures with their titles, the headline among them. */
  readonly metric: string;
  readonly headline: string;
  readonly figures: readonly (readonly [name: string, title: string])[];
  /** Best first, with the oracle and baselines. */
  readonly rows: readonly TableRow[];
  /** All pairs that were compared; better extractors first. */
  readonly pairs: readonly PairRow[];
  readonly slices: readonly SliceRow[];
  readonly pages: readonly PageRow[];
  /** By extractor of `rows`, then by page; null: it was not run there. Empty for the oracle. */
  readonly cells: readonly (readonly (Cell | null)[])[];
  readonly failures: readonly FailureRow[];
}

/** An extractor in the table. */
export interface TableRow {
  readonly entry: SummaryEntry;
  /** What each class of faults costs, the costliest first. */
  readonly classes: readonly ClassCost[];
  /** Pages on which no other extractor is as good; baselines aside. */
  readonly aloneBest?: number;
}

/** A class, surplus and missing tokens of it, pages with it, and the gain of F1 if it were mended. */
export interface ClassCost {
  readonly class: SurplusClass | MissingClass;
  readonly surplus: number;
  readonly missing: number;
  readonly pages: number;
  readonly gain: number;
}

/** Two extractors by the headline figure, first less second. */
export interface PairRow {
  readonly first: string;
  readonly second: string;
  readonly test?: PairedTest;
}

/** The pages that share a value: the headline figure of every row; null where it has none. */
export interface SliceRow {
  readonly slice: string;
  readonly value: string;
  readonly pages: number;
  readonly figures: readonly (number | null)[];
}

export interface PageRow {
  readonly id: string;
  readonly site: string;
  /** `kind:news`, `trait:flat-text` … */
  readonly slices: readonly string[];
  /** The number of the script element that holds it; absent: its texts are not in the report. */
  readonly at?: number;
}

/** One extractor on one page. */
export interface Cell {
  /** Status; absent: extracted. */
  readonly s?: 'failed' | 'skipped' | 'empty';
  /** The figures of the primary metric, in the order of `figures`; null where undefined. */
  readonly f?: readonly (number | null)[];
  readonly ms?: number;
  readonly v?: Verdict;
  /** Surplus and missing tokens by class. */
  readonly x?: Readonly<Record<string, number>>;
  readonly m?: Readonly<Record<string, number>>;
}

/** A failed page. */
export interface FailureRow {
  readonly extractor: string;
  readonly page: string;
  readonly kind: string;
  readonly message: string;
  readonly stack?: string;
  readonly output?: string;
}

/** One page: its gold, and every extractor on it. What several extractors share stands here once, and they have its index. */
export interface PageData {
  readonly url?: string;
  readonly gold: readonly GoldBlockData[];
  /** What came out beside gold. */
  readonly texts: readonly string[];
  readonly surplus: readonly SurplusReason[];
  readonly missing: readonly MissingReason[];
  readonly rows: readonly ExtractedData[];
}

/** A block of gold; `role` is what it is under the policy of the run. */
export interface GoldBlockData {
  readonly path: string;
  readonly kind: string;
  readonly role: 'required' | 'optional';
  readonly text: string;
}

/** What came of one extractor on a page. */
export interface ExtractedData {
  readonly extractor: string;
  readonly paragraphs: readonly ParagraphData[];
  readonly surplus: readonly RunData[];
  readonly missing: readonly RunData[];
  readonly segments: readonly SegmentExplanation[];
  readonly blocks: readonly BlockExplanation[];
  readonly fields: readonly FieldExplanation[];
  /** Every figure of every metric. */
  readonly metrics: readonly (readonly [metric: string, figures: string])[];
}

/** A paragraph of the text with its marks; `g` is the index of its block of gold. */
export interface ParagraphData {
  readonly g?: number;
  readonly p: readonly PieceData[];
}

/**
 * A stretch of text. Text of gold is a number of characters, which go on from where the last stretch of the block ended:
 * alone if they came out, with the index of a run if they are missing. Other text is an index of `texts`.
 */
export type PieceData =
  | number
  | readonly [missing: number, run: number]
  | readonly [optional: number]
  | readonly [surplus: number, run: number, isSurplus: 1];

/** A run: its tokens, and the index of its reason. */
export type RunData = readonly [tokens: number, reason: number];

export interface SurplusReason {
  readonly class: SurplusClass;
  readonly path?: string;
  readonly gold?: string;
  /** How it was altered, and from what. */
  readonly altered?: string;
}

export interface MissingReason {
  readonly class: MissingClass;
  readonly path?: string;
  readonly gold: string;
  readonly position: string;
  readonly cameOutAs?: string;
}
