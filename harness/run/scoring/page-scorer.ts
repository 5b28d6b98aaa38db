import { pageToDocument } from '../../document/page-document.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import { explanationCounts, hasLoss } from '../../explain/explain-page.ts';
import type { ExplanationCounts } from '../../explain/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Page } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import type { MetricScores } from '../../model/score.ts';
import type { Metric } from '../../score/metric.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput, scoreInput } from '../../score/scoring-input.ts';

/** What of a page is read to explain its scores. */
export type PageSource = Pick<Page, 'bytes' | 'media' | 'contentType'>;

/** The scores of an extraction, and what they come from. */
export interface ScoredExtraction {
  readonly metrics: MetricScores;
  /** Absent where nothing is surplus or missing, and where the page has no gold to explain by. */
  readonly explained?: ExplanationCounts;
}

/** Bytes that an explained page takes up, for each byte of the page. An estimate. */
const BYTES_A_BYTE = 6;

/** Memory for explained pages, shared by all pages of a thread. What does not fit is made anew for each extractor. */
export class ExplanationMemory {
  #left: number;

  constructor(bytes = 2 ** 27) {
    this.#left = bytes;
  }

  /** Whether a page may be kept; it is counted then. */
  take({ bytes }: PageSource): boolean {
    const size = BYTES_A_BYTE * bytes.length;
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}

/** Scores what extractors made of one page. Gold is prepared once, and the page read once if there is memory for it. */
export class PageScorer {
  readonly #gold: PreparedGold;
  readonly #page: PageSource;
  readonly #memory: ExplanationMemory;
  #explained: ExplainedPage | undefined;

  constructor(gold: Gold, page: PageSource, policy: Policy, memory: ExplanationMemory) {
    this.#gold = new PreparedGold(gold, policy);
    this.#page = page;
    this.#memory = memory;
  }

  /** @param extraction `undefined` is a failed one */
  score(extraction: Extraction | undefined, metrics: readonly Metric[]): ScoredExtraction {
    const input = new ScoringInput(this.#gold, extraction);
    const scores = scoreInput(input, metrics);
    if (!hasLoss(input)) return { metrics: scores };
    return { metrics: scores, explained: explanationCounts(input, this.#explainedPage()) };
  }

  #explainedPage(): ExplainedPage {
    if (this.#explained !== undefined) return this.#explained;
    const page = new ExplainedPage(pageToDocument(this.#page), this.#gold);
    if (this.#memory.take(this.#page)) this.#explained = page;
    return page;
  }
}
