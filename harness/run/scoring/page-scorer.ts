import { countAlignment } from '../../align/alignment.ts';
import { excessOfExtraction, excessOfPage } from '../../document/excess.ts';
import { pageToDocument } from '../../document/page-document.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import { countedForm, explanationCounts, hasLoss } from '../../explain/explain-page.ts';
import type { ExplanationCounts } from '../../explain/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { GoldForm, Page } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import type { MetricScores } from '../../model/score.ts';
import type { Metric } from '../../score/metric.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput } from '../../score/scoring-input.ts';
import { sha256 } from '../../util/sha256.ts';
import type { PreparedPage } from './prepared-pages.ts';

/** What of a page is read to explain its scores. */
export type PageSource = Pick<Page, 'bytes' | 'media' | 'contentType' | 'refused'>;

/** The scores of an extraction, and what they come from. */
export interface ScoredExtraction {
  readonly metrics: MetricScores;
  /** Absent where nothing is surplus or missing, and where the page has no gold to explain by. */
  readonly explained?: ExplanationCounts;
  /** Why it cannot be scored; the scores are those of a failed page then, in which nothing was looked at. */
  readonly unscorable?: string;
}

/** Bytes that an explained page takes up, for each byte of the page and for each `<` in it. Estimates. */
const BYTES_A_BYTE = 6;
const BYTES_A_TAG = 400;

/** Memory for explained pages, shared by pages of a thread. What does not fit is made anew for each extractor. */
export class ExplanationMemory {
  #left: number;

  constructor(bytes = 2 ** 27) {
    this.#left = bytes;
  }

  /** How much a page takes up that may be kept; it is counted then. Undefined for one that may not. */
  take({ bytes }: PageSource): number | undefined {
    const size = BYTES_A_BYTE * bytes.length + BYTES_A_TAG * tagsIn(bytes);
    if (size > this.#left) return undefined;
    this.#left -= size;
    return size;
  }

  /** A page that took up so much is kept no longer. */
  giveBack(size: number): void {
    this.#left += size;
  }
}

function tagsIn(bytes: Uint8Array): number {
  let tags = 0;
  for (let at = bytes.indexOf(TAG); at >= 0; at = bytes.indexOf(TAG, at + 1)) tags++;
  return tags;
}

/** `<` in every encoding but UTF-16, where it is one of two bytes. */
const TAG = 0x3c;

/** Scores what extractors made of one page. Gold is prepared once, and the page read once if there is memory for it. */
export class PageScorer {
  readonly #gold: PreparedGold;
  readonly #form: GoldForm;
  readonly #page: PageSource;
  readonly #memory: ExplanationMemory;
  /** What the page has too much of. */
  readonly #excess: string | undefined;
  /** By the digest of the extraction. */
  readonly #scored: Map<string, ScoredExtraction> | undefined;
  #explained: ExplainedPage | undefined;
  /** What that takes up. */
  #taken = 0;

  /** @param keepsScores whether its extractions come one soon after the other: of 32 systems some return the same */
  constructor(
    { gold, form }: Pick<PreparedPage, 'gold' | 'form'>,
    page: PageSource,
    policy: Policy,
    memory: ExplanationMemory,
    keepsScores = false,
  ) {
    if (keepsScores) this.#scored = new Map();
    this.#form = form;
    this.#gold = new PreparedGold(gold, policy);
    this.#page = page;
    this.#memory = memory;
    this.#excess = excessOfPage(page);
  }

  /**
   * @param extraction `undefined` is a failed one
   * @param metrics always the same
   */
  score(extraction: Extraction | undefined, metrics: readonly Metric[]): ScoredExtraction {
    if (this.#scored === undefined || extraction === undefined) return this.#score(extraction, metrics);
    const key = sha256(JSON.stringify(extraction));
    const scored = this.#scored.get(key) ?? this.#score(extraction, metrics);
    this.#scored.set(key, scored);
    return scored;
  }

  #score(extraction: Extraction | undefined, metrics: readonly Metric[]): ScoredExtraction {
    if (extraction !== undefined) {
      const excess = this.#excess ?? excessOfExtraction(extraction);
      const what = this.#excess === undefined ? 'what came out' : 'the page';
      if (excess !== undefined) return this.scoreUnscorable(`${what} has ${excess}`, metrics);
    }
    const input = new ScoringInput(this.#gold, extraction, this.#explained?.vocabulary);
    const scores = input.scores(metrics);
    if (!hasLoss(input, this.#form)) return { metrics: scores };
    return { metrics: scores, explained: explanationCounts(input, this.#explainedPage(), this.#form) };
  }

  /** Its memory is for other pages from now on. */
  forget(): void {
    this.#memory.giveBack(this.#taken);
    this.#taken = 0;
    this.#explained = undefined;
  }

  /** The scores of a failed page, for which the page itself is not looked at: all is missing. */
  scoreUnscorable(unscorable: string, metrics: readonly Metric[]): ScoredExtraction {
    const input = new ScoringInput(this.#gold, undefined);
    const scores = input.scores(metrics);
    const { labels, sequence } = this.#gold;
    const missing =
      countedForm(labels, this.#form) === 'text'
        ? countAlignment(input.alignment, sequence).missing
        : (labels.segments?.with.length ?? 0);
    if (missing === 0) return { metrics: scores, unscorable };
    const explained = { verdict: 'nothing', surplus: {}, missing: { 'whole-body': missing } } as const;
    return { metrics: scores, explained, unscorable };
  }

  #explainedPage(): ExplainedPage {
    if (this.#explained !== undefined) return this.#explained;
    const page = new ExplainedPage(pageToDocument(this.#page), this.#gold);
    const taken = this.#memory.take(this.#page);
    if (taken !== undefined) this.#explained = page;
    this.#taken = taken ?? 0;
    return page;
  }
}
