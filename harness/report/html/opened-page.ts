import { explainPage } from '../../explain/explain-page.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import type { PageExplanation } from '../../explain/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { GoldDocument } from '../../model/document.ts';
import type { Policy } from '../../model/policy.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput } from '../../score/scoring-input.ts';
import { diffParagraphs } from '../explanation/diff-pieces.ts';
import type { DiffParagraph } from '../explanation/diff-pieces.ts';
import { unpackExtraction } from './packed-extraction.ts';
import type { ExtractedData, PageData } from './report-data.ts';
import { fromSlimPage } from './slim-page.ts';

/** What came of one extractor on a page, and why. */
export interface ExplainedExtraction extends PageExplanation, Pick<ExtractedData, 'extractor' | 'metrics'> {
  /** Its text with what is missing; a block each, all of it optional, where gold is no full text. */
  readonly paragraphs: readonly Omit<DiffParagraph, 'tokens' | 'goldTokens'>[];
}

/** A page of a report that somebody looks at. Explanations are worked out here, in the browser, as `assay explain` does. */
export class OpenedPage {
  readonly url: string | undefined;
  readonly #data: PageData;
  readonly #gold: PreparedGold;
  readonly #known = new Map<string, ExplainedExtraction | undefined>();
  #page: ExplainedPage | undefined;

  constructor(data: PageData, policy: Policy) {
    this.url = data.url;
    this.#data = data;
    this.#gold = new PreparedGold(data.gold, policy);
  }

  get gold(): GoldDocument['blocks'] {
    return this.#gold.document.blocks;
  }

  /** Undefined for an extractor that was not run on the page, or skipped it. */
  of(extractor: string): ExplainedExtraction | undefined {
    if (!this.#known.has(extractor)) {
      const row = this.#data.rows.find((each) => each.extractor === extractor);
      this.#known.set(extractor, row && this.#explain(row));
    }
    return this.#known.get(extractor);
  }

  #explain({ extractor, metrics, extraction }: ExtractedData): ExplainedExtraction {
    const { page: slim, texts } = this.#data;
    const returned: Extraction | undefined = extraction && unpackExtraction(extraction, texts);
    this.#page ??= new ExplainedPage(fromSlimPage(slim, texts), this.#gold);
    const input = new ScoringInput(this.#gold, returned);
    const explanation = explainPage(input, this.#page);
    const paragraphs =
      this.#gold.labels.body === undefined
        ? input.document.blocks.map(({ text }) => ({
            pieces: [{ sort: 'neutral' as const, text, tokens: 0 }],
          }))
        : diffParagraphs(input, explanation);
    return { extractor, metrics, ...explanation, paragraphs };
  }
}
