import type { MissingClass, SurplusClass, Verdict } from '../../explain/classes.ts';
import type { Gold } from '../../model/gold.ts';
import type { PairedTest } from '../../model/paired-comparison.ts';
import type { GoldForm } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import type { RunDescription } from '../../store/run-description.ts';
import type { SummaryEntry } from '../../store/summary-file.ts';
import type { PackedExtraction } from './packed-extraction.ts';
import type { SlimPage } from './slim-page.ts';

/**
 * What stands in `report.html`, between the program that writes it and the app that shows it: an index, which is opened
 * first, and each page by itself, which is opened when somebody looks at it. Names are short and rows are arrays where there
 * is one for every extractor on every page.
 */
export interface ReportIndex {
  readonly folder: string;
  readonly run: RunDescription;
  readonly policy: Policy;
  /** One for each corpus of the run, in its order. */
  readonly corpora: readonly CorpusIndex[];
  /** An earlier run that stands beside this one. */
  readonly beside?: BesideIndex;
  /** What a reader has to know of the report itself, such as texts that were left out. */
  readonly notes: readonly string[];
}

/** What became of the extractors of an earlier run. */
export interface BesideIndex {
  /** Its label, else the name of its folder. */
  readonly run: string;
  readonly changes: readonly ChangeRow[];
}

/** An extractor before and after, by the headline figure over the pages that both runs scored. */
export interface ChangeRow {
  readonly corpus: string;
  /** The names of the two in the table. */
  readonly before: string;
  readonly after: string;
  readonly was: number;
  readonly is: number;
  /** After less before. */
  readonly difference: number;
  /** Pages. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** Of this extractor alone. */
  readonly test?: PairedTest;
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
  readonly figures: readonly (number | null)[];
  /** By row the number of pages that its figure is over: an extractor may have skipped some. */
  readonly pages: readonly number[];
}

export interface PageRow {
  readonly id: string;
  readonly site: string;
  /** `kind:news`, `trait:flat-text` … */
  readonly slices: readonly string[];
  /** The number of the script element that holds it, unless the file was full before; absent: its texts are not in the report. */
  readonly at?: number;
}

/** One extractor on one page. */
export interface Cell {
  /** Status; absent: extracted. */
  readonly s?: 'failed' | 'skipped' | 'empty';
  /** Why it was skipped. */
  readonly r?: string;
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

/** One page with what extractors returned, for `OpenedPage` to explain. Texts stand once, and all else has their index. */
export interface PageData {
  readonly url?: string;
  readonly page: SlimPage;
  readonly gold: Gold;
  readonly rows: readonly ExtractedData[];
  readonly texts: readonly string[];
}

/** What came of one extractor on a page. */
export interface ExtractedData {
  readonly extractor: string;
  /** Every figure of every metric. */
  readonly metrics: readonly (readonly [metric: string, figures: string])[];
  /** Absent where it failed. */
  readonly extraction?: PackedExtraction;
}
