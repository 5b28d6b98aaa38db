import type { TokenRange } from '../align/alignment.ts';
import { align } from '../align/lcs.ts';
import type { UnseenText } from '../document/html/unseen-text.ts';
import type { PageDocument } from '../document/page-document.ts';
import { squeeze, toSqueezedText } from '../document/squeeze.ts';
import type { SqueezedText } from '../document/squeeze.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import type { Tokens } from '../document/tokens.ts';
import { labelPage } from '../label/label-page.ts';
import type { LabelSpan } from '../label/labels.ts';
import type { Block } from '../model/document.ts';
import { entryOf, keyOf } from '../model/gold-path.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { GoldText } from '../model/gold-text.ts';
import type { PreparedGold } from '../score/prepared-gold.ts';
import { blanks } from '../util/blanks.ts';
import { placesOf } from '../util/find-text.ts';
import { ownCopy } from '../util/own-copy.ts';
import type { SurplusClass } from './classes.ts';
import { FoldedTokens } from './folded-tokens.ts';
import { LetterGrams } from './letter-grams.ts';
import { isPlain, otherReadings } from './other-readings.ts';
import type { OtherReading } from './other-readings.ts';
import { commonPath, parentPath, shortPath } from './paths.ts';
import { PageElements } from './page-elements.ts';
import type { RunPlace } from './explanation.ts';
import type { Cause } from './surplus.ts';
import { readMarkup } from './markup.ts';
import type { PageMarkup } from './markup.ts';
import { TokenIndex } from './token-index.ts';

/** A text is looked for in so many places. */
const MOST_FOUND = 64;

/** A text that was looked for, where it stands in the page. */
export interface FoundText extends Pick<RunPlace, 'start' | 'end'> {
  /** Its tokens. A text without a letter or digit has none; both ends are the token behind it then. */
  readonly tokens: TokenRange;
}

/** What a page says of the place where a text begins. */
interface Surroundings {
  /** The path of the innermost element; absent on pages of plain text. */
  readonly path: string | undefined;
  /** What the elements around it say of it. */
  readonly hint: SurplusClass | undefined;
  /** The kind of its block, then those of the tables, lists and quotations that this stands in. */
  readonly kinds: readonly string[];
}

/**
 * A page as explanations look things up in it: its tokens, what each is by gold and by its element, and which token of gold
 * it is. It is made once a page, for all extractors, and does not hold the tree of the page, which takes up the most memory.
 */
export class ExplainedPage {
  /** What is shown, in page order. */
  readonly blocks: readonly Block[];
  readonly unseen: readonly UnseenText[];
  /** The encoding that the page was read as; absent for pages of plain text. */
  readonly encoding: string | undefined;
  /** What the page says of itself outside of its text. */
  readonly markup: PageMarkup;
  /** The words of gold, and those of the page. */
  readonly vocabulary: Vocabulary;
  readonly tokens: Tokens;
  /** For each token its label; absent where it has none. */
  readonly labelOf: readonly (GoldText | undefined)[];
  /** For each token of the page the token of gold that it is, or -1. */
  readonly goldOf: Int32Array;
  /** For each token of gold the token of the page that it is, or -1. */
  readonly placeOf: Int32Array;
  /** For each token the number of the element that it begins in, or -1 on pages of plain text. */
  readonly elementOf: Int32Array;
  readonly #elements: PageElements;
  readonly #spans: readonly LabelSpan[];
  /** Causes of surplus by their class and gold, and those that follow from a token alone, as far as they have been asked for. */
  readonly #causes = new Map<SurplusClass, Map<GoldPath | undefined, Cause>>();
  readonly #causeAt: (Cause | undefined)[];
  readonly #squeezedUnseen = new Map<UnseenText, string>();
  readonly #foundUnseen = new Map<string, UnseenText | undefined>();
  #unseenGrams: LetterGrams | undefined;
  readonly #otherReadings = new Map<string, readonly OtherReading[]>();
  #index: TokenIndex | undefined;
  #folded: FoldedTokens | undefined;
  #squeezed: SqueezedText | undefined;

  constructor(document: PageDocument, gold: PreparedGold) {
    this.blocks = document.blocks.map(({ kind, text, within }) => ({ kind, text, within }));
    this.unseen = document.unseen;
    this.encoding = document.encoding?.name;
    this.markup = readMarkup(document.tree);
    this.vocabulary = new Vocabulary(gold.vocabulary);
    this.tokens = tokenize(document.blocks, this.vocabulary);
    this.#spans = labelPage(document, gold.labels).spans;
    this.labelOf = labelsOf(this.#spans, this.tokens);
    this.goldOf = goldTokens(this.tokens, this.labelOf, gold);
    this.placeOf = new Int32Array(gold.tokens.length).fill(-1);
    this.goldOf.forEach((index, token) => {
      if (index >= 0) this.placeOf[index] = token;
    });
    this.#elements = new PageElements(document.blocks, this.tokens, this.goldOf);
    this.elementOf = this.#elements.ofToken;
    this.#causeAt = blanks(this.tokens.length);
  }

  /** Where each word and each stretch of four words stands. */
  get index(): TokenIndex {
    return (this.#index ??= new TokenIndex(this.tokens));
  }

  /** The words without case, accents and signs. */
  get folded(): FoldedTokens {
    return (this.#folded ??= new FoldedTokens(this.tokens, this.vocabulary));
  }

  /** The path of the innermost element of a token; absent on pages of plain text. */
  pathOf(token: number): string | undefined {
    return this.#elements.facts[this.elementOf[token]!]?.path;
  }

  /** How many elements hold text, each counted once a block. */
  get elements(): number {
    return this.#elements.facts.length;
  }

  /** The paths of an element by its number and of those around it, the innermost first. */
  pathsAround(element: number): readonly string[] {
    const facts = this.#elements.facts[element]!;
    return (facts.around ??= pathsAround(facts.path));
  }

  /** The kind of the block of a token, then those of the tables, lists and quotations that this stands in. */
  kindsAt(token: number): readonly string[] {
    return this.#kindsOf(this.tokens.block[token]!);
  }

  #kindsOf(block: number): readonly string[] {
    const { kind, within } = this.blocks[block]!;
    return [kind, ...within.map((container) => container.kind)];
  }

  /** What the elements around a token say of it. */
  hintOf(token: number): SurplusClass | undefined {
    return this.#elements.facts[this.elementOf[token]!]?.hint;
  }

  /** Why text of the page is surplus: by its label, else by its element. */
  causeAt(token: number): Cause {
    return (this.#causeAt[token] ??= this.#findCause(this.labelOf[token], this.hintOf(token)));
  }

  #findCause(label: GoldText | undefined, hint: SurplusClass | undefined): Cause {
    if (label?.type === 'boilerplate') return this.causeOf(label.category, label.path);
    if (label !== undefined && keyOf(label.path) === 'comments') return this.causeOf('comment', label.path);
    return this.causeOf(hint ?? 'unlabelled');
  }

  /** The cause of a class, and of a text of gold: the same object each time. */
  causeOf(name: SurplusClass, gold?: GoldPath): Cause {
    const ofClass = this.#causes.get(name) ?? new Map<GoldPath | undefined, Cause>();
    this.#causes.set(name, ofClass);
    const known = ofClass.get(gold) ?? { class: name, ...(gold !== undefined && { gold }) };
    ofClass.set(gold, known);
    return known;
  }

  /** The first token that ends behind a place. */
  firstTokenAt({ block, offset }: RunPlace['start']): number {
    const { length, block: blocks, end } = this.tokens;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (blocks[middle]! < block || (blocks[middle] === block && end[middle]! <= offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first token that begins behind a place or at it. */
  #firstTokenBehind({ block, offset }: RunPlace['end']): number {
    const token = this.firstTokenAt({ block, offset: offset - 1 });
    const isBefore = this.tokens.block[token] === block && this.tokens.start[token]! < offset;
    return isBefore ? token + 1 : token;
  }

  /** Where tokens of the page stand: from the first to the last of them. */
  placeOfTokens(tokens: Iterable<number>): RunPlace {
    let [first, last] = [this.tokens.length, -1];
    const elements = new Set<number>();
    for (const token of tokens) {
      if (token < first) first = token;
      if (token > last) last = token;
      elements.add(this.elementOf[token]!);
    }
    return {
      ...this.#pathAround(elements),
      start: { block: this.tokens.block[first]!, offset: this.tokens.start[first]! },
      end: { block: this.tokens.block[last]!, offset: this.tokens.end[last]! },
    };
  }

  /** The path of the innermost element around all of these; nothing on pages of plain text. */
  #pathAround(elements: Iterable<number>): Pick<RunPlace, 'path'> {
    const paths = new Set<string>();
    for (const element of elements) if (element >= 0) paths.add(this.#elements.facts[element]!.path);
    const path = commonPath([...paths]);
    return path === undefined ? {} : { path: shortPath(path) };
  }

  /** Where a text stands that was found: from its first token to its last, if it has any. */
  placeOfText({ tokens, start, end }: FoundText): RunPlace {
    if (tokens.start < tokens.end) return this.placeOfTokens(numbersIn(tokens.start, tokens.end));
    const last = this.#elements.at({ block: end.block, offset: end.offset - 1 });
    return { ...this.#pathAround(numbersIn(this.#elements.at(start), last + 1)), start, end };
  }

  /** What the page says of a text that was found: of its first token, if it has one. */
  surroundingsOf({ tokens, start }: FoundText): Surroundings {
    const token = tokens.start;
    if (token < tokens.end)
      return { path: this.pathOf(token), hint: this.hintOf(token), kinds: this.kindsAt(token) };
    const { path, hint } = this.#elements.facts[this.#elements.at(start)] ?? {};
    return { path, hint, kinds: this.#kindsOf(start.block) };
  }

  /** Why a text that was found is surplus. */
  causeOfText(text: FoundText): Cause {
    if (text.tokens.start < text.tokens.end) return this.causeAt(text.tokens.start);
    const { block, offset } = text.start;
    const span = this.#spans.find(
      (each) => each.block === block && each.start <= offset && offset < each.end,
    );
    return this.#findCause(span?.label, this.surroundingsOf(text).hint);
  }

  /** The readings of a text that the page has in folded form; what has been asked is remembered. */
  otherReadings(text: string): readonly OtherReading[] {
    if (isPlain(text)) return [];
    const known = this.#otherReadings.get(text);
    if (known !== undefined) return known;
    const found = otherReadings(text, this.encoding).filter(([, folded]) => this.folded.has(folded));
    this.#otherReadings.set(ownCopy(text), found);
    return found;
  }

  /** Where a text stands, white space aside, place by place. */
  find(text: string): FoundText[] {
    const wanted = squeeze(text);
    if (wanted === '') return [];
    this.#squeezed ??= toSqueezedText(this.blocks);
    const { text: all, block, start, end } = this.#squeezed;
    return placesOf(wanted, all, MOST_FOUND).map((at) => {
      const last = at + wanted.length - 1;
      const [from, to] = [
        { block: block[at]!, offset: start[at]! },
        { block: block[last]!, offset: end[last]! },
      ];
      return {
        tokens: { start: this.firstTokenAt(from), end: this.#firstTokenBehind(to) },
        start: from,
        end: to,
      };
    });
  }

  /** Texts that a reader does not see and that hold this one, white space aside. */
  unseenTexts(text: string): UnseenText[] {
    // Scripts are long: only those that have its longest word are looked at without white space.
    const longest = text.split(/\s+/u).reduce((a, b) => (b.length > a.length ? b : a), '');
    this.#unseenGrams ??= new LetterGrams(this.unseen.map((each) => each.text));
    if (!this.#unseenGrams.mayHave(longest)) return [];
    const wanted = squeeze(text);
    if (wanted === '') return [];
    return this.unseen.filter(
      (each) => each.text.includes(longest) && this.#squeezedOf(each).includes(wanted),
    );
  }

  #squeezedOf(unseen: UnseenText): string {
    const squeezed = this.#squeezedUnseen.get(unseen) ?? squeeze(unseen.text);
    this.#squeezedUnseen.set(unseen, squeezed);
    return squeezed;
  }

  /** The first of them; what has been asked is remembered, for extractors return much the same. */
  findUnseen(text: string): UnseenText | undefined {
    const known = this.#foundUnseen.get(text);
    if (known !== undefined || this.#foundUnseen.has(text)) return known;
    const [found] = this.unseenTexts(text);
    this.#foundUnseen.set(ownCopy(text), found);
    return found;
  }
}

function labelsOf(spans: readonly LabelSpan[], tokens: Tokens): (GoldText | undefined)[] {
  const labels = blanks<GoldText>(tokens.length);
  let span = 0;
  for (let token = 0; token < tokens.length; token++) {
    const [block, start, end] = [tokens.block[token]!, tokens.start[token]!, tokens.end[token]!];
    while (
      span < spans.length &&
      (spans[span]!.block < block || (spans[span]!.block === block && spans[span]!.end <= start))
    ) {
      span++;
    }
    const next = spans[span];
    if (next !== undefined && next.block === block && next.start < end) labels[token] = next.label;
  }
  return labels;
}

/** Tokens of the page that have the label of an entry of gold, aligned with those of the entry. */
function goldTokens(
  tokens: Tokens,
  labels: readonly (GoldText | undefined)[],
  gold: PreparedGold,
): Int32Array {
  const entries = new Map<string, { readonly page: number[]; readonly gold: number[] }>();
  gold.tokens.block.forEach((block, index) => {
    const entry = entryOf(gold.document.blocks[block]!.path);
    const known = entries.get(entry);
    if (known === undefined) entries.set(entry, { page: [], gold: [index] });
    else known.gold.push(index);
  });
  labels.forEach((label, token) => {
    if (label !== undefined) entries.get(entryOf(label.path))?.page.push(token);
  });
  const goldOf = new Int32Array(tokens.length).fill(-1);
  for (const { page, gold: own } of entries.values()) {
    if (page.length === 0) continue;
    const ids = Int32Array.from(page, (token) => tokens.ids[token]!);
    const wanted = Int32Array.from(own, (index) => gold.tokens.ids[index]!);
    align(ids, wanted).forEach((index, at) => {
      if (index >= 0) goldOf[page[at]!] = own[index]!;
    });
  }
  return goldOf;
}

/** The numbers from the first to the one before the end. */
function numbersIn(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function pathsAround(path: string): string[] {
  const paths: string[] = [];
  for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) paths.push(at);
  return paths;
}
