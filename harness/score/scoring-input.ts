import { alignWithGold } from '../align/alignment.ts';
import type { Alignment } from '../align/alignment.ts';
import { extractionToDocument, extractionToText } from '../document/extraction.ts';
import { Vocabulary, pythonWordIds, pythonWords, tokenize } from '../document/tokens.ts';
import type { Tokens } from '../document/tokens.ts';
import type { Block, Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Gold } from '../model/gold.ts';
import type { MetricScores } from '../model/score.ts';
import { displacedTokens } from './displaced.ts';
import type { DisplacedTokens } from './displaced.ts';
import { leaveOutOptional } from './left-out-text.ts';
import type { GoldNeed, Metric } from './metric.ts';
import type { PreparedGold } from './prepared-gold.ts';
import { signLinesOf } from './sign-lines.ts';
import { refuseExcess } from './unscorable.ts';

/**
 * One page as the metrics see it: its gold and what an extractor made of it. Everything is worked out when a metric first
 * asks for it, and once. An extraction of `undefined` is a failed one: it reads as empty. Where gold is empty, so that an
 * empty extraction is right (1), a failure is wrong (0). Only `segments` and `segments-wcxb`, whose definitions are those of
 * their sources, know no failures.
 */
export class ScoringInput {
  readonly failed: boolean;
  readonly gold: PreparedGold;
  readonly #extraction: Extraction;
  readonly #keepsOptional: boolean;
  readonly #known: Vocabulary | undefined;
  #vocabulary: Vocabulary | undefined;
  #document: Document | undefined;
  #tokens: Tokens | undefined;
  #alignment: Alignment | undefined;
  #displaced: DisplacedTokens | undefined;
  #text: string | undefined;
  #textWithoutOptional: string | undefined;
  #words: Int32Array | undefined;
  #withOptionalKept: ScoringInput | undefined;

  /**
   * @param known a vocabulary that continues that of gold, such as that of the page, which has most words of an extraction
   * @throws AssayError `bad-input` for an extraction that has more than is scored (`refuseExcess`)
   */
  constructor(
    gold: PreparedGold,
    extraction: Extraction | undefined,
    known?: Vocabulary,
    keepsOptional = false,
  ) {
    if (extraction !== undefined) refuseExcess(extraction);
    this.failed = extraction === undefined;
    this.gold = gold;
    this.#extraction = extraction ?? { text: '' };
    this.#known = known;
    this.#keepsOptional = keepsOptional;
  }

  /** What metrics say of the page, by their names; those that need other gold than the page has are left out. */
  scores(metrics: readonly Metric[]): MetricScores {
    const scored = metrics.filter(({ needs }) => isLabelled(this.gold.labels, needs));
    return Object.fromEntries(scored.map((metric) => [metric.name, metric.scorePage(this)]));
  }

  /** What the extractor returned beside the text. */
  get returned(): Omit<Extraction, 'text' | 'html' | 'markdown'> {
    return this.#extraction;
  }

  /** The blocks of the extraction, with a returned title or byline where the policy wants it and the body lacks it. */
  get document(): Document {
    return (this.#document ??= this.#withMetadataBlocks(extractionToDocument(this.#extraction)));
  }

  /** The words of gold, and those of the extraction. */
  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= new Vocabulary(this.#known ?? this.gold.vocabulary));
  }

  get tokens(): Tokens {
    return (this.#tokens ??= tokenize(this.document.blocks, this.vocabulary));
  }

  get alignment(): Alignment {
    return (this.#alignment ??= alignWithGold(this.tokens.ids, this.gold.sequence));
  }

  /** Required tokens that came out elsewhere, or more than once. */
  get displaced(): DisplacedTokens {
    return (this.#displaced ??= displacedTokens(this.alignment, this.gold.sequence, this.tokens));
  }

  /** The text of the extraction: its own where it gave one, else its blocks joined by newlines. */
  get text(): string {
    return (this.#text ??= extractionToText(this.#extraction, this.document));
  }

  /**
   * What metrics that read text compare with `gold.requiredText`: `text` without the optional text that the alignment
   * found in it (see `leaveOutOptional`), so that optional text neither gains nor costs. Without optional gold: `text`.
   */
  get textWithoutOptional(): string {
    return (this.#textWithoutOptional ??= this.#leaveOutOptional());
  }

  /** The same page for metrics that are to find the optional text in `textWithoutOptional` too. */
  get withOptionalKept(): ScoringInput {
    const extraction = this.failed ? undefined : this.#extraction;
    return (this.#withOptionalKept ??= new ScoringInput(this.gold, extraction, this.#known, true));
  }

  /** The `\w+` words of `textWithoutOptional` by their numbers in the vocabulary. */
  get words(): Int32Array {
    return (this.#words ??=
      this.#tokensThatAreWords() ?? pythonWordIds(this.textWithoutOptional, this.vocabulary));
  }

  /** The tokens where they are these words and are there already, so that a text need not be read once more. */
  #tokensThatAreWords(): Int32Array | undefined {
    const { html, markdown } = this.#extraction;
    if (this.#tokens?.areWords !== true || html !== undefined || markdown !== undefined) return undefined;
    // Not where a title or byline was put before the lines.
    const areLines = this.document.blocks.every(({ kind }) => kind === 'p');
    return areLines && this.textWithoutOptional === this.text ? this.#tokens.ids : undefined;
  }

  /** An extraction may give other text than its blocks hold; then that text is aligned by itself. */
  #leaveOutOptional(): string {
    const hasOptional = this.gold.document.blocks.some(({ role }) => role === 'optional');
    if (this.#keepsOptional || !hasOptional) return this.text;
    const own = tokenize([{ text: this.text }], this.vocabulary);
    const isSame = own.length === this.tokens.length && own.ids.every((id, at) => id === this.tokens.ids[at]);
    const alignment = isSame ? this.alignment : alignWithGold(own.ids, this.gold.sequence);
    const signs = this.gold.derived(signLinesOf);
    return leaveOutOptional(this.text, own, alignment, this.gold.sequence, signs);
  }

  #withMetadataBlocks(body: Document): Document {
    const { title, authors } = this.#extraction;
    const fields: Block[] = [];
    if (title !== undefined && this.#requires('title'))
      fields.push({ kind: 'title', text: title, within: [] });
    if (authors !== undefined && authors.length > 0 && this.#requires('byline')) {
      fields.push({ kind: 'byline', text: authors.join(', '), within: [] });
    }
    const lacking = fields.filter((field) => !holds(body, field));
    return lacking.length === 0 ? body : { blocks: [...lacking, ...body.blocks] };
  }

  #requires(kind: 'title' | 'byline'): boolean {
    return this.gold.document.blocks.some((block) => block.kind === kind && block.role === 'required');
  }
}

/** Whether a page has the gold that a metric needs; that a page has no author or date is gold as well. */
function isLabelled({ body, segments, metadata, about }: Gold, needs: GoldNeed): boolean {
  if (needs === 'text') return body !== undefined;
  if (needs === 'segments') return segments !== undefined;
  if (needs === 'language') return about.language !== undefined;
  return metadata[needs] !== undefined;
}

/**
 * Whether a document has a title or byline that was returned beside it. A title has a block or a line of its own: its words
 * may stand anywhere, for it may be one word. A byline shares its line with "By" or a date, so its words may stand anywhere.
 */
function holds({ blocks }: Document, { kind, text }: Block): boolean {
  const wanted = spacedWords(text);
  if (kind === 'byline') return spacedWords(blocks.map((block) => block.text).join('\n')).includes(wanted);
  const texts = new Set(blocks.flatMap((block) => [block.text, ...block.text.split('\n')]));
  return [...texts].some((each) => spacedWords(each) === wanted);
}

/** The `\w+` words of a text with a space before and behind each. */
function spacedWords(text: string): string {
  return ` ${pythonWords(text).join(' ')} `;
}
