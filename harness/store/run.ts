import type { Extraction, FailureKind } from '../model/extraction.ts';
import type { JsonObject } from '../util/json.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { GoldForm, Media, PageEncoding } from '../model/page.ts';
import type { PairedComparison } from '../model/paired-comparison.ts';
import type { Policy } from '../model/policy.ts';
import type { Aggregate, MetricScores } from '../model/score.ts';

/** A run folder: what each of its files holds. A schema's number is raised when a reader would have to change. */

/** A run that begins. */
export interface StartedRun {
  readonly folder: string;
  readonly description: RunDescription;
  /** Pages of the run, over all extractors and corpora; if it is resumed, those that are done are counted too. */
  readonly pages: number;
}

/** A run that came to its end. */
export interface RunResult {
  readonly folder: string;
  readonly description: RunDescription;
  readonly summary: Summary;
  /** Every line of the journal, in the order in which pages finished. */
  readonly journal: readonly JournalLine[];
}

/** `run.json`: what was run. */
export interface RunDescription {
  readonly schema: 'assay/run@1';
  /** Version of Assay. */
  readonly assay: string;
  /** When the run began, ISO 8601, UTC. */
  readonly started: string;
  /** Its name; behind that of a user's own an `@` and a digest of what it requires. */
  readonly policy: string;
  /** What the policy says, where it is none of Assay's. */
  readonly ownPolicy?: Policy;
  readonly corpora: readonly CorpusOfRun[];
  readonly extractors: readonly ExtractorOfRun[];
  /** Name and version of each metric, e.g. `tokens@1`. */
  readonly metrics: readonly string[];
  readonly options: RunOptions;
  readonly machine: Machine;
}

/** A corpus as a run took it. */
export interface CorpusOfRun {
  readonly name: string;
  readonly version?: string;
  /** What the user named. */
  readonly source: string;
  readonly digest: string;
  readonly gold: GoldForm;
  /** Pages of the corpus, and how many of them this run takes. */
  readonly pages: number;
  readonly selected: number;
}

/** An extractor as it was run. */
export interface ExtractorOfRun {
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly driver: string;
  readonly accepts: readonly Media[];
  readonly baseline: boolean;
  /** What a module got beside every page, where the configuration says so. */
  readonly options?: JsonObject;
  readonly fingerprint: string;
  /** How far it was kept from the network. */
  readonly network: NetworkAccess;
}

/** Which pages of each corpus a run takes: those that all of these hold for. */
export interface PageSelection {
  /** A glob; a page is taken if its identifier or its site matches. `*` does not cross a slash. */
  readonly pages?: string;
  /** Any of these. */
  readonly kinds?: readonly string[];
  /** Any of these; `en` takes `en-GB` too. */
  readonly languages?: readonly string[];
  /** Any of these. */
  readonly traits?: readonly string[];
  /** Any of these. */
  readonly splits?: readonly string[];
  /** At most this many pages of each corpus, the first by identifier. */
  readonly limit?: number;
}

/** One of the parts that a run is divided into, so that several machines can share it. */
export interface Shard {
  /** 1 … `count`. */
  readonly index: number;
  readonly count: number;
}

/** The options that a run's result may depend on. */
export interface RunOptions extends PageSelection {
  /** Only the pages of this shard. */
  readonly shard?: Shard;
  /** How often each page goes through each extractor; absent: once. */
  readonly repeat?: number;
  readonly workers: number;
  readonly timeoutMs: number;
  /** Memory limit of an extractor's process and all that it starts, megabytes of 2^20 bytes. */
  readonly memoryMb: number;
}

export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly unicode: string;
}

/** A line of `results.jsonl`: one extractor on one page. */
export type JournalLine = JournalKey & JournalPage & (ScoredLine | FailedLine | SkippedLine);

export interface JournalKey {
  readonly corpus: string;
  readonly extractor: string;
  readonly page: string;
  readonly site: string;
}

/** A line of `extractions.jsonl.gz`: what an extractor returned for a page. */
export interface RecordedExtraction {
  readonly corpus: string;
  readonly extractor: string;
  readonly page: string;
  readonly extraction: Extraction;
}

/** What the harness knows of the page itself, whatever became of it: the same for every extractor. */
export interface JournalPage {
  /** What the bytes of a web page are read as; absent for a page of plain text, which is UTF-8 by definition. */
  readonly encoding?: PageEncoding;
}

/** What came of it when a page went through an extractor more than once. */
export interface Repeats {
  readonly runs: number;
  /** Different outcomes, 1 … `runs`; failures differ by kind. */
  readonly outcomes: number;
}

interface ScoredLine {
  readonly status: 'extracted';
  /** Time in the extractor alone, milliseconds, the median of repetitions; absent for recorded output. */
  readonly ms?: number;
  /** Most resident memory of the extractor's process while it had the page, megabytes; absent where not seen. */
  readonly memory?: number;
  /** The answer, its time and its memory are those of an earlier run. */
  readonly cached?: true;
  readonly repeats?: Repeats;
  readonly metrics: MetricScores;
}

interface FailedLine {
  readonly status: 'failed';
  readonly failure: FailureKind;
  readonly message: string;
  readonly ms?: number;
  readonly repeats?: Repeats;
  /** The scores of an empty extraction. */
  readonly metrics: MetricScores;
}

interface SkippedLine {
  readonly status: 'skipped';
  readonly reason: string;
}

/** `summary.json`. Without its `time`, `memory` and `machine` members it is the same for the same inputs. */
export interface Summary {
  readonly schema: 'assay/summary@1';
  /** One entry for each extractor on each corpus, by corpus, then by name (code units). */
  readonly extractors: readonly SummaryEntry[];
  /** Each extractor and the next one in the table of its corpus, baselines left out; by corpus, best first. */
  readonly neighbours: readonly NeighbourComparison[];
  readonly machine: Machine;
}

/** Two extractors that stand one behind the other; `adjusted` is corrected for all pairs of the corpus. */
export interface NeighbourComparison extends PairedComparison {
  readonly corpus: string;
  readonly metric: string;
  readonly figure: string;
  readonly first: string;
  readonly second: string;
}

export interface SummaryEntry {
  readonly name: string;
  readonly version: string;
  readonly baseline: boolean;
  readonly corpus: string;
  readonly policy: string;
  /** `scored` counts every page with figures, failed ones among them. */
  readonly pages: { readonly scored: number; readonly failed: number; readonly skipped: number };
  /** Number of failed pages by kind. */
  readonly failures: Readonly<Partial<Record<FailureKind, number>>>;
  /** The metric that tables of this corpus are sorted by. */
  readonly primary: string;
  /**
   * 1 + the number of extractors that are significantly better by the primary metric; absent for baselines, and where
   * fewer than 20 sites are shared.
   */
  readonly rank?: number;
  /** Figures by metric and figure; a metric that no page has gold for is left out. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, Aggregate>>>>;
  /** What the figures were made of, by metric. */
  readonly signatures: Readonly<Record<string, string>>;
  /** Where pages were repeated: how often, and those that did not come out the same each time, by identifier. */
  readonly repeats?: { readonly runs: number; readonly differing: readonly string[] };
  /** The pages that the primary metric likes least, worst first, at most five. */
  readonly worst: readonly WorstPage[];
  readonly time: RunTime;
  /** Absent where no page's memory was seen. */
  readonly memory?: RunMemory;
}

/** A page with a low figure, and why. */
export interface WorstPage {
  readonly page: string;
  readonly site: string;
  /** Headline figure of the primary metric, 0..1. */
  readonly value: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failure?: FailureKind;
}

/** Time in the extractor, milliseconds a page, over the pages that were timed. */
export type RunTime =
  | {
      readonly pages: number;
      readonly medianMs: number;
      readonly p95Ms: number;
      readonly totalMs: number;
      /** How many of the pages came from the cache, with the time of then; absent for none. */
      readonly cached?: number;
    }
  | { readonly pages: 0 };

/** Resident memory of the extractor's process while it had a page, megabytes of 2^20 bytes, over pages where it was seen. */
export interface RunMemory {
  readonly medianMb: number;
  readonly p95Mb: number;
  readonly peakMb: number;
}
