import { Fate } from '../align/alignment.ts';
import type { TokenRange } from '../align/alignment.ts';
import { ISLAND } from '../align/islands.ts';
import { findEchoes } from '../align/stretches.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import { blanks } from '../util/blanks.ts';
import { AlteredText } from './altered-text.ts';
import type { FoundAlteration } from './altered-text.ts';
import type { SurplusClass } from './classes.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { AlteredText as Before, SurplusRun } from './explanation.ts';
import { textBetween } from './run-text.ts';
import { tracePlaces } from './trace.ts';

/** Text of fewer words is looked for in what a reader does not see only if it is a block of its own: any word is there. */
const TELLING_TOKENS = 3;
/** So many stretches of an extraction, the longest, are looked for there: scripts are long. */
const MOST_LOOKED_UP = 24;

/** Why tokens are surplus: the same object for all that are so for one reason. */
export interface Cause {
  readonly class: SurplusClass;
  readonly gold?: GoldPath;
  readonly alteration?: Before;
  readonly unseen?: NonNullable<SurplusRun['unseen']>;
  /** Tokens of the page that altered text was; other text stands where `ExplainedSurplus.standsAt` says. */
  readonly source?: readonly number[];
}

/** A run of surplus as it is found. */
export interface FoundSurplus extends Pick<SurplusRun, 'class' | 'range' | 'tokens'> {
  /** Why its first token is surplus. */
  readonly cause: Cause;
  /** A token of the page that its first one is, or was; -1 where there is none. */
  readonly place: number;
}

/** What the surplus of an extraction is, and which missing tokens of gold it tells of. */
export interface ExplainedSurplus {
  readonly runs: readonly FoundSurplus[];
  /** For each token why it is surplus; undefined for one that is not. */
  readonly causes: readonly (Cause | undefined)[];
  /** For each surplus token the token of the page that it is surplus as, or -1. */
  readonly standsAt: Int32Array;
  /** For each token of the extraction its place in the page, or -1. */
  readonly places: Int32Array;
  /** Missing tokens of gold that came out elsewhere. */
  readonly moved: Uint8Array;
  /** Missing tokens of gold that came out altered, with what they came out as. */
  readonly altered: ReadonlyMap<number, string>;
}

/**
 * Says of every surplus token what it is. In this order:
 *
 * 1. It stands where gold labels the page: boilerplate by its category, a comment, an optional block; a required block is
 *    `duplicate` if that token came out already, else `moved`. Of two copies of a text that stands twice in the page the
 *    one that is no content is the surplus one, whichever the alignment took.
 * 2. Five tokens or more in a row are also gold that is missing (`moved`) or matched (`duplicate`, unless they are the
 *    smaller part of a block whose element says what it is).
 * 3. The element it stands in says what it is (`Hints`), else it is `unlabelled`.
 * 4. Words that the page does not have are altered text of the page (`AlteredText`): of a required block that misses them
 *    `altered`, else the class of their place.
 * 5. They are text that a reader does not see: hidden, in a script, an attribute or not rendered.
 * 6. They are invented.
 */
export function explainSurplus(
  input: ScoringInput,
  page: ExplainedPage,
  isMissing: Uint8Array,
): ExplainedSurplus {
  return new Surplus(input, page, isMissing).explain();
}

class Surplus {
  readonly #input: ScoringInput;
  readonly #page: ExplainedPage;
  readonly #isMissing: Uint8Array;
  readonly #places: Int32Array;
  /** For each token of gold the token of the extraction that it is matched with or claims, or -1. */
  readonly #takenBy: Int32Array;
  readonly #moved: Uint8Array;
  readonly #altered = new Map<number, string>();
  /** Why each token is surplus, as far as it is known. */
  readonly #causes: (Cause | undefined)[];
  readonly #standsAt: Int32Array;

  constructor(input: ScoringInput, page: ExplainedPage, isMissing: Uint8Array) {
    this.#input = input;
    this.#page = page;
    this.#isMissing = isMissing;
    this.#places = tracePlaces(input.tokens, input.vocabulary, page);
    this.#takenBy = new Int32Array(input.gold.tokens.length).fill(-1);
    const { goldOf } = input.alignment;
    for (let token = 0; token < goldOf.length; token++)
      if (goldOf[token]! >= 0) this.#takenBy[goldOf[token]!] = token;
    this.#moved = new Uint8Array(isMissing.length);
    this.#causes = blanks(input.tokens.length);
    this.#standsAt = new Int32Array(input.tokens.length).fill(-1);
  }

  explain(): ExplainedSurplus {
    const { fate } = this.#input.alignment;
    const open: number[] = [];
    for (let token = 0; token < fate.length; token++) {
      if (fate[token] !== Fate.SURPLUS) continue;
      if (!this.#claimByLabel(token)) open.push(token);
    }
    const left = this.#byEchoes(open);
    const unknown: number[] = [];
    for (const token of left) {
      const place = this.#places[token]!;
      if (place < 0) unknown.push(token);
      else this.#claimPlace(token, place);
    }
    if (unknown.length > 0) this.#explainUnknown(unknown);
    return {
      runs: this.#toRuns(),
      causes: this.#causes,
      standsAt: this.#standsAt,
      places: this.#places,
      moved: this.#moved,
      altered: this.#altered,
    };
  }

  /** Words that the page does not have: altered text of it, or foreign to it. */
  #explainUnknown(unknown: readonly number[]): void {
    const search = new AlteredText(this.#input, this.#page, this.#places, this.#isMissing);
    for (const range of this.#stretches(unknown, 1))
      for (const found of search.find(range)) this.#claimAltered(found);
    const foreign = unknown.filter((token) => this.#causes[token] === undefined);
    const longestFirst = this.#stretches(foreign, ISLAND).toSorted((a, b) => lengthOf(b) - lengthOf(a));
    longestFirst.forEach((range, index) => this.#explainForeign(range, index < MOST_LOOKED_UP));
  }

  #claim(token: number, cause: Cause, place: number): void {
    this.#causes[token] = cause;
    this.#standsAt[token] = place;
  }

  /** Whether gold labels the page where a token stands, and that says why it is surplus. */
  #claimByLabel(token: number): boolean {
    const place = this.#places[token]!;
    if (place < 0) return false;
    const label = this.#page.labelOf[place];
    if (label === undefined) return false;
    const index = label.type === 'boilerplate' ? -1 : this.#page.goldOf[place]!;
    if (index < 0) {
      if (label.type !== 'boilerplate' && keyOf(label.path) !== 'comments') return false;
      this.#claimPlace(token, place);
      return true;
    }
    const { gold } = this.#input;
    const taker = this.#takenBy[index]!;
    if (taker >= 0) this.#claimCopy(token, taker, label.path);
    else if (gold.document.blocks[gold.tokens.block[index]!]!.role === 'optional')
      this.#claim(token, this.#page.causeOf('optional', label.path), place);
    else {
      this.#moved[index] = 1;
      this.#claim(token, this.#page.causeOf('moved', label.path), place);
    }
    return true;
  }

  /** Surplus is what stands in its place: boilerplate, a comment, what its element says. */
  #claimPlace(token: number, place: number): void {
    this.#claim(token, this.#page.causeAt(place), place);
  }

  /** A second copy of what was matched: what stands in the other place, if that is another. */
  #claimCopy(token: number, taker: number, gold: GoldPath): void {
    const place = this.#places[token]!;
    const other = this.#places[taker]!;
    if (other >= 0 && other !== place && this.#page.goldOf[other]! < 0) {
      const label = this.#page.labelOf[other];
      if (label?.type === 'boilerplate') {
        this.#claim(token, this.#page.causeOf(label.category, label.path), other);
        return;
      }
    }
    this.#claim(token, this.#page.causeOf('duplicate', gold), place);
  }

  /** Gold in what has no label, in stretches of five tokens or more; gives the tokens that are in none. */
  #byEchoes(open: readonly number[]): number[] {
    const { tokens, gold } = this.#input;
    if (open.length === 0) return [];
    const flags = new Uint8Array(tokens.length);
    for (const token of open) flags[token] = 1;
    const extraction = { ids: tokens.ids, flags };
    const { ids, required } = gold.sequence;
    const [matched, missing] = [new Uint8Array(ids.length), new Uint8Array(ids.length)];
    for (let index = 0; index < ids.length; index++) {
      if (this.#takenBy[index]! >= 0) matched[index] = required[index]!;
      else missing[index] = required[index]! & this.#isMissing[index]! & (1 - this.#moved[index]!);
    }
    for (const { at, place, length } of findEchoes(extraction, { ids, flags: missing }, false)) {
      this.#moved.fill(1, place, place + length);
      this.#claimEcho('moved', at, place, length);
      flags.fill(0, at, at + length);
    }
    for (const { at, place, length } of findEchoes(extraction, { ids, flags: matched }, true)) {
      if (!this.#isOfItsOwn(at, length)) this.#claimEcho('duplicate', at, place, length);
    }
    return open.filter((token) => this.#causes[token] === undefined);
  }

  /**
   * Whether a stretch is a smaller part of a block of the page of which its element says what it is: a caption that begins
   * like the text is a caption.
   */
  #isOfItsOwn(at: number, length: number): boolean {
    const [first, last] = [this.#places[at]!, this.#places[at + length - 1]!];
    if (first < 0 || last < 0 || this.#page.hintOf(first) === undefined) return false;
    const { block } = this.#page.tokens;
    if (block[first] !== block[last]) return false;
    let [from, to] = [first, last];
    while (block[from - 1] === block[first]) from--;
    while (block[to + 1] === block[first]) to++;
    return 2 * length < to - from + 1;
  }

  #claimEcho(name: 'moved' | 'duplicate', at: number, place: number, length: number): void {
    const { gold } = this.#input;
    for (let offset = 0; offset < length; offset++) {
      const { path } = gold.document.blocks[gold.tokens.block[place + offset]!]!;
      const own = this.#places[at + offset]!;
      const there = own >= 0 ? own : this.#page.placeOf[place + offset]!;
      this.#claim(at + offset, this.#page.causeOf(name, path), there);
    }
  }

  /** Tokens of one block that follow each other, fewer than so many apart. */
  #stretches(tokens: readonly number[], apart: number): TokenRange[] {
    const { block } = this.#input.tokens;
    const ranges: { start: number; end: number }[] = [];
    for (const token of tokens) {
      const last = ranges.at(-1);
      if (last !== undefined && token - last.end < apart && block[token] === block[last.start])
        last.end = token + 1;
      else ranges.push({ start: token, end: token + 1 });
    }
    return ranges;
  }

  /** Text that the page does not show. */
  #explainForeign(range: TokenRange, isLookedUp: boolean): void {
    const cause: Cause = (isLookedUp ? this.#unseen(range) : undefined) ?? { class: 'invented' };
    const { fate } = this.#input.alignment;
    for (let token = range.start; token < range.end; token++) {
      if (fate[token] === Fate.SURPLUS && (cause.class !== 'invented' || this.#causes[token] === undefined))
        this.#claim(token, cause, -1);
    }
  }

  #claimAltered({ range, kind, from, source, gold }: FoundAlteration): void {
    const { goldOf } = this.#page;
    const indices = gold ?? source.map((place) => goldOf[place]!).filter((index) => index >= 0);
    const lost = indices.filter((index) => this.#isMissing[index] === 1 && !this.#altered.has(index));
    const alteration = { kind, from };
    const text = textBetween(this.#input.document.blocks, this.#input.tokens, range);
    for (const index of lost) this.#altered.set(index, text);
    const blocks = this.#input.gold.document.blocks;
    const path =
      indices[0] === undefined ? undefined : blocks[this.#input.gold.tokens.block[indices[0]]!]!.path;
    const known = { alteration, source };
    const ofGold = { ...known, ...(path !== undefined && { gold: path }) };
    const cause = ((): Cause => {
      // An entity is no word of gold: it is altered where the words beside it are gold.
      if (lost.length > 0 || (kind === 'entity' && path !== undefined))
        return { class: 'altered', ...ofGold };
      if (path !== undefined) return { class: 'duplicate', ...ofGold };
      const place = source[0];
      if (place === undefined) return { class: 'altered', ...known };
      return { ...this.#page.causeAt(place), ...known };
    })();
    this.#causes.fill(cause, range.start, range.end);
  }

  #unseen(range: TokenRange): Cause | undefined {
    const { tokens, document } = this.#input;
    const block = tokens.block[range.start];
    const isWhole = tokens.block[range.start - 1] !== block && tokens.block[range.end] !== block;
    if (range.end - range.start < TELLING_TOKENS && !isWhole) return undefined;
    const found = this.#page.findUnseen(textBetween(document.blocks, tokens, range));
    if (found === undefined) return undefined;
    const { where, path, attribute } = found;
    return { class: where, unseen: { path, ...(attribute !== undefined && { attribute }) } };
  }

  /** Tokens of one class that follow each other, over islands of fewer than three tokens that are no surplus. */
  #toRuns(): FoundSurplus[] {
    const runs: (FoundSurplus & { range: { start: number; end: number }; tokens: number })[] = [];
    let last: (typeof runs)[number] | undefined;
    let before: Cause | undefined;
    for (let token = 0; token < this.#causes.length; token++) {
      const cause = this.#causes[token];
      if (cause === undefined) continue;
      if (last !== undefined && token - last.range.end < ISLAND && isSameRun(before!, cause)) {
        last.range.end = token + 1;
        last.tokens++;
      } else {
        const place = cause.source === undefined ? this.#standsAt[token]! : (cause.source[0] ?? -1);
        last = { class: cause.class, range: { start: token, end: token + 1 }, tokens: 1, cause, place };
        runs.push(last);
      }
      before = cause;
    }
    return runs;
  }
}

/** A run with its place and text, which take longer to work out than all else. */
export function toSurplusRun(
  { range, tokens, cause }: FoundSurplus,
  { causes: all, standsAt }: ExplainedSurplus,
  { document, tokens: extracted }: ScoringInput,
  page: ExplainedPage,
): SurplusRun {
  const causes = new Set<Cause>();
  const places = new Set<number>();
  for (let token = range.start; token < range.end; token++) {
    const own = all[token];
    if (own === undefined) continue;
    causes.add(own);
    if (own.source === undefined && standsAt[token]! >= 0) places.add(standsAt[token]!);
  }
  for (const { source = [] } of causes) for (const place of source) places.add(place);
  const changes = [...new Set(Array.from(causes, ({ alteration }) => alteration))].filter(
    (each) => each !== undefined,
  );
  return {
    class: cause.class,
    range,
    tokens,
    text: textBetween(document.blocks, extracted, range),
    ...(places.size > 0 && { place: page.placeOfTokens(places) }),
    ...(cause.gold !== undefined && { gold: cause.gold }),
    ...(changes.length > 0 && {
      alteration: { kind: changes[0]!.kind, from: changes.map(({ from }) => from).join(' ') },
    }),
    ...(cause.unseen !== undefined && { unseen: cause.unseen }),
  };
}

function isSameRun(a: Cause, b: Cause): boolean {
  if (a === b) return true;
  return (
    a.class === b.class && a.alteration?.kind === b.alteration?.kind && a.unseen?.path === b.unseen?.path
  );
}

function lengthOf({ start, end }: TokenRange): number {
  return end - start;
}
