import { distance } from 'fastest-levenshtein';
import type { TokenRange } from '../align/alignment.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { Alteration } from './classes.ts';
import { decodeEntities } from './other-readings.ts';
import type { ExplainedPage } from './explained-page.ts';
import { fold } from './folded-tokens.ts';

/** So many tokens behind what was found last, and before what is found next, altered text is looked for. */
const WINDOW = 48;
/** A folded text of so many characters is looked for in all of the page. */
const TELLING_LENGTH = 8;
/** One half of a word that was glued stands so few tokens behind or before what is around it. */
const NEAR_GLUE = 4;
/** Texts of more characters are not compared letter by letter. */
const LONGEST_COMPARED = 400;

const PLAIN = /^[A-Za-z0-9]+$/;

/** Tokens of an extraction that are altered text of the page. */
export interface FoundAlteration {
  readonly range: TokenRange;
  readonly kind: Alteration;
  /** The words that they were. */
  readonly from: string;
  /** The tokens of the page that they were; none where they are not known. */
  readonly source: readonly number[];
  /** The tokens of gold that they were, where they were found by what is missing in their place. */
  readonly gold?: readonly number[];
}

/** Looks for what the words of an extraction were that the page does not have. */
export class AlteredText {
  readonly #input: ScoringInput;
  readonly #page: ExplainedPage;
  readonly #isMissing: Uint8Array;
  readonly #places: Nearest;
  readonly #matches: Nearest;
  /** The words of the extraction in folded form, by their numbers; filled in as they are wanted. */
  readonly #folded = new Map<number, string>();

  /** @param places for each token of the extraction its place in the page, or -1 */
  constructor(input: ScoringInput, page: ExplainedPage, places: Int32Array, isMissing: Uint8Array) {
    this.#input = input;
    this.#page = page;
    this.#isMissing = isMissing;
    this.#places = new Nearest(places);
    this.#matches = new Nearest(input.alignment.goldOf);
  }

  /**
   * What a stretch of unknown words of one block was: the whole of it; else what can be said of each of its words, written
   * without white space inside; else what gold misses in its place, if that has half of its letters.
   */
  find(range: TokenRange): FoundAlteration[] {
    const whole = this.#findWhole(range);
    if (whole !== undefined) return [whole];
    const words = this.#wordsOf(range);
    const found: FoundAlteration[] = [];
    for (const word of words) {
      const one = (words.length === 1 ? undefined : this.#findWhole(word)) ?? this.#findGlued(word);
      if (one !== undefined) found.push(one);
    }
    if (found.length > 0) return found;
    const opposite = this.#findOpposite(range);
    return opposite === undefined ? [] : [opposite];
  }

  #findWhole(range: TokenRange): FoundAlteration | undefined {
    const entity = this.#findEntity(range);
    if (entity !== undefined) return entity;
    const direct = this.#mayHave(range) ? this.#lookUp(this.#foldedOf(range), range) : undefined;
    if (direct !== undefined) {
      // The same words: they stand there for themselves, and came out for another reason.
      return this.#isSame(range, direct)
        ? undefined
        : this.#found(range, direct, this.#kindOf(range, direct));
    }
    const raw = this.#rawText(range);
    // Nothing but the words, in plain letters: there is nothing to be read otherwise.
    if (PLAIN.test(raw)) return undefined;
    for (const [kind, folded] of this.#page.otherReadings(raw)) {
      const source = this.#lookUp(folded, range);
      if (source !== undefined) return this.#found(range, source, kind);
    }
    return undefined;
  }

  /** `amp` of `AT&amp;T`: an entity that is not decoded, between words that are as in the page. */
  #findEntity(range: TokenRange): FoundAlteration | undefined {
    const { tokens, document } = this.#input;
    const { text } = document.blocks[tokens.block[range.start]!]!;
    const to = tokens.end[range.end - 1]! + 1;
    if (text[to - 1] !== ';') return undefined;
    const from = Math.max(0, tokens.start[range.start]! - 2);
    const match = /&#?[A-Za-z0-9]+;$/u.exec(text.slice(from, to));
    if (match === null) return undefined;
    const decoded = decodeEntities(match[0]);
    if (decoded === match[0] || fold(decoded) !== '') return undefined;
    const beside = [range.start - 1, range.end]
      .map((token) => this.#places.values[token] ?? -1)
      .filter((place) => place >= 0);
    return { range, kind: 'entity', from: decoded, source: beside.slice(0, 1) };
  }

  /** Two words of the page that do not follow each other, run together: what stood between was left out. */
  #findGlued(range: TokenRange): FoundAlteration | undefined {
    if (range.end - range.start !== 1) return undefined;
    const halves = this.#page.folded.halvesOf(this.#foldedOf(range));
    if (halves.length === 0) return undefined;
    const { before, after } = this.#around(range);
    for (const [heads, tails] of halves) {
      const head = heads.find((place) => place > before && place <= before + NEAR_GLUE);
      const tail = tails.find((place) => place < after && place >= after - NEAR_GLUE);
      if (head === undefined && tail === undefined) continue;
      return this.#found(range, [head ?? heads[0]!, tail ?? tails[0]!], 'glued');
    }
    return undefined;
  }

  /** What gold misses between the matched words around, if the letters are nearly the same, or were lost in decoding. */
  #findOpposite(range: TokenRange): FoundAlteration | undefined {
    const most = 3 * (range.end - range.start) + 3;
    const gap = this.#missingOpposite(range, most);
    if (gap.length === 0 || gap.length > most) return undefined;
    const { gold } = this.#input;
    const words = gap.map((index) => gold.vocabulary.wordOf(gold.tokens.ids[index]!));
    const raw = this.#rawText(range);
    const [ours, theirs] = [fold(raw), fold(words.join(''))];
    const longest = Math.max(ours.length, theirs.length);
    if (longest === 0 || longest > LONGEST_COMPARED) return undefined;
    const isLost = raw.includes('\uFFFD');
    if (!isLost && 2 * distance(ours, theirs) > longest) return undefined;
    const source = gap.map((index) => this.#page.placeOf[index]!).filter((place) => place >= 0);
    return { range, kind: isLost ? 're-encoded' : 'respelled', from: words.join(' '), source, gold: gap };
  }

  /** No more than one over `most`. */
  #missingOpposite(range: TokenRange, most: number): number[] {
    const after = this.#matches.after(range.end);
    const to = after < 0 ? this.#isMissing.length : after;
    const missing: number[] = [];
    for (let index = this.#matches.before(range.start) + 1; index < to && missing.length <= most; index++)
      if (this.#isMissing[index] === 1) missing.push(index);
    return missing;
  }

  /** False: the page does not have a range; else it has to be folded to tell. */
  #mayHave(range: TokenRange): boolean {
    const { tokens, document } = this.#input;
    return this.#page.folded.mayHave(document.blocks[tokens.block[range.start]!]!.text, tokens, range);
  }

  #lookUp(folded: string, range: TokenRange): number[] | undefined {
    if (!this.#page.folded.has(folded)) return undefined;
    const { before, after } = this.#around(range);
    const reach = WINDOW + 2 * (range.end - range.start);
    const windows: TokenRange[] = [{ start: before + 1, end: before + 1 + reach }];
    if (after >= 0) windows.push({ start: after - reach, end: after });
    if (folded.length >= TELLING_LENGTH) windows.push({ start: 0, end: this.#page.tokens.length });
    for (const window of windows) {
      const found = this.#page.folded.find(folded, window);
      if (found !== undefined) return listOf(found);
    }
    return undefined;
  }

  /** The places of the nearest words before and after that the page has, or -1. */
  #around({ start, end }: TokenRange): { readonly before: number; readonly after: number } {
    return { before: this.#places.before(start), after: this.#places.after(end) };
  }

  #found(range: TokenRange, source: readonly number[], kind: Alteration): FoundAlteration {
    const { vocabulary, tokens } = this.#page;
    return {
      range,
      kind,
      source,
      from: source.map((token) => vocabulary.wordOf(tokens.ids[token]!)).join(' '),
    };
  }

  #isSame(range: TokenRange, source: readonly number[]): boolean {
    const { vocabulary, tokens } = this.#page;
    return (
      this.#words(range).join(' ') === source.map((token) => vocabulary.wordOf(tokens.ids[token]!)).join(' ')
    );
  }

  #kindOf(range: TokenRange, source: readonly number[]): Alteration {
    const { vocabulary, tokens } = this.#page;
    const words = this.#words(range);
    const theirs = source.map((token) => vocabulary.wordOf(tokens.ids[token]!));
    if (words.length === theirs.length) {
      const isCase = words.every((word, index) => word.toLowerCase() === theirs[index]!.toLowerCase());
      return isCase ? 'case' : 'accents';
    }
    if (words.length > theirs.length) return /\s/u.test(this.#rawText(range)) ? 'split' : 'punctuation';
    const isApart = source.some((token) => source.includes(token + 1) && this.#isApart(token));
    return isApart ? 'glued' : 'punctuation';
  }

  /** Whether white space or the border of a block parts a token of the page from the next. */
  #isApart(token: number): boolean {
    const { tokens, blocks } = this.#page;
    const block = tokens.block[token]!;
    if (tokens.block[token + 1] !== block) return true;
    return /\s/u.test(blocks[block]!.text.slice(tokens.end[token], tokens.start[token + 1]));
  }

  /** A range divided where its words are parted by white space. */
  #wordsOf({ start, end }: TokenRange): TokenRange[] {
    const { tokens, document } = this.#input;
    const { text } = document.blocks[tokens.block[start]!]!;
    const words: TokenRange[] = [];
    let from = start;
    for (let token = start + 1; token <= end; token++) {
      if (token < end && !hasSpace(text, tokens.end[token - 1]!, tokens.start[token]!)) continue;
      words.push({ start: from, end: token });
      from = token;
    }
    return words;
  }

  #foldedOf({ start, end }: TokenRange): string {
    // A letter may be another one in small letters where its word goes on.
    const { tokens, vocabulary } = this.#input;
    if (end - start > 1) {
      let all = '';
      for (let token = start; token < end; token++) all += vocabulary.wordOf(tokens.ids[token]!);
      return fold(all);
    }
    const id = tokens.ids[start]!;
    const folded = this.#folded.get(id) ?? fold(vocabulary.wordOf(id));
    this.#folded.set(id, folded);
    return folded;
  }

  #words({ start, end }: TokenRange): string[] {
    const { tokens, vocabulary } = this.#input;
    return Array.from({ length: end - start }, (_, offset) => vocabulary.wordOf(tokens.ids[start + offset]!));
  }

  /** The text of a range with the signs that are written together with it. */
  #rawText({ start, end }: TokenRange): string {
    const { tokens, document } = this.#input;
    const { text } = document.blocks[tokens.block[start]!]!;
    const floor = start > 0 && tokens.block[start - 1] === tokens.block[start] ? tokens.end[start - 1]! : 0;
    const isNext = end < tokens.length && tokens.block[end] === tokens.block[start];
    const ceiling = isNext ? tokens.start[end]! : text.length;
    let [from, to] = [tokens.start[start]!, tokens.end[end - 1]!];
    while (from > floor && !isBlank(text.charCodeAt(from - 1))) from--;
    while (to < ceiling && !isBlank(text.charCodeAt(to))) to++;
    return text.slice(from, to);
  }
}

/** A space, a line feed or a tab. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09;
}

/** Whether there is white space between two offsets of a text. */
function hasSpace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) return true;
    if ((unit < 0x21 || unit > 0x7e) && /\s/u.test(text[at]!)) return true;
  }
  return false;
}

/** For each token of an extraction a number, or -1; and the nearest that is there. */
class Nearest {
  readonly values: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;

  constructor(values: Int32Array) {
    this.values = values;
    const { length } = values;
    this.#before = new Int32Array(length + 1).fill(-1);
    this.#after = new Int32Array(length + 1).fill(-1);
    for (let at = 0; at < length; at++)
      this.#before[at + 1] = values[at]! >= 0 ? values[at]! : this.#before[at]!;
    for (let at = length - 1; at >= 0; at--)
      this.#after[at] = values[at]! >= 0 ? values[at]! : this.#after[at + 1]!;
  }

  /** The number of the last token before this one that has one, or -1. */
  before(token: number): number {
    return this.#before[token]!;
  }

  /** The number of the first token from this one on that has one, or -1. */
  after(token: number): number {
    return this.#after[token]!;
  }
}

function listOf({ start, end }: TokenRange): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
