import { Fate } from '../align/alignment.ts';
import type { TokenRange } from '../align/alignment.ts';
import { findEchoes } from '../align/stretches.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
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

/** Why a token is surplus. */
export interface Cause {
  readonly class: SurplusClass;
  readonly gold?: GoldPath;
  readonly alteration?: Before;
  readonly unseen?: NonNullable<SurplusRun['unseen']>;
  /** Tokens of the page that it is, or was. */
  readonly places: readonly number[];
}

/** A run of surplus as it is found. */
export interface FoundSurplus extends Pick<SurplusRun, 'class' | 'range' | 'tokens'> {
  /** Why each of its tokens is surplus. */
  readonly causes: readonly Cause[];
}

/** What the surplus of an extraction is, and which missing tokens of gold it tells of. */
export interface ExplainedSurplus {
  readonly runs: readonly FoundSurplus[];
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
 * 2. Five tokens or more in a row are also gold that is missing (`moved`) or matched (`duplicate`).
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

  constructor(input: ScoringInput, page: ExplainedPage, isMissing: Uint8Array) {
    this.#input = input;
    this.#page = page;
    this.#isMissing = isMissing;
    this.#places = tracePlaces(input.tokens, input.vocabulary, page);
    this.#takenBy = new Int32Array(input.gold.tokens.length).fill(-1);
    input.alignment.goldOf.forEach((index, token) => {
      if (index >= 0) this.#takenBy[index] = token;
    });
    this.#moved = new Uint8Array(isMissing.length);
    this.#causes = Array.from({ length: input.tokens.length });
  }

  explain(): ExplainedSurplus {
    const { fate } = this.#input.alignment;
    const open: number[] = [];
    for (let token = 0; token < fate.length; token++) {
      if (fate[token] !== Fate.SURPLUS) continue;
      const cause = this.#byLabel(token);
      if (cause === undefined) open.push(token);
      else this.#causes[token] = cause;
    }
    const left = this.#byEchoes(open);
    const unknown: number[] = [];
    for (const token of left) {
      const place = this.#places[token]!;
      if (place < 0) unknown.push(token);
      else this.#causes[token] = this.#ofPlace(place);
    }
    const search = new AlteredText(this.#input, this.#page, this.#places, this.#isMissing);
    for (const range of this.#stretches(unknown, 1))
      for (const found of search.find(range)) this.#claimAltered(found);
    const foreign = unknown.filter((token) => this.#causes[token] === undefined);
    const longestFirst = this.#stretches(foreign, ISLAND).toSorted((a, b) => lengthOf(b) - lengthOf(a));
    longestFirst.forEach((range, index) => this.#explainForeign(range, index < MOST_LOOKED_UP));
    return { runs: this.#toRuns(), places: this.#places, moved: this.#moved, altered: this.#altered };
  }

  #byLabel(token: number): Cause | undefined {
    const place = this.#places[token]!;
    if (place < 0) return undefined;
    const label = this.#page.labelOf[place];
    if (label === undefined) return undefined;
    const index = label.type === 'boilerplate' ? -1 : this.#page.goldOf[place]!;
    if (index < 0)
      return label.type === 'boilerplate' || keyOf(label.path) === 'comments'
        ? this.#ofPlace(place)
        : undefined;
    const known = { gold: label.path, places: [place] };
    const { gold } = this.#input;
    const taker = this.#takenBy[index]!;
    if (taker >= 0) return this.#copyOf(taker, place, label.path);
    if (gold.document.blocks[gold.tokens.block[index]!]!.role === 'optional')
      return { class: 'optional', ...known };
    this.#moved[index] = 1;
    return { class: 'moved', ...known };
  }

  /** Surplus is what stands in its place: boilerplate, a comment, what its element says. Made once a place and page. */
  #ofPlace(place: number): Cause {
    return (this.#page.causes[place] ??= { ...classAt(this.#page, place), places: [place] });
  }

  /** A second copy of what was matched: what stands in the other place, if that is another. */
  #copyOf(taker: number, place: number, gold: GoldPath): Cause {
    const other = this.#places[taker]!;
    if (other >= 0 && other !== place && this.#page.goldOf[other]! < 0) {
      const label = this.#page.labelOf[other];
      if (label?.type === 'boilerplate') return { class: label.category, gold: label.path, places: [other] };
    }
    return { class: 'duplicate', gold, places: [place] };
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
      this.#claimEcho('duplicate', at, place, length);
    }
    return open.filter((token) => this.#causes[token] === undefined);
  }

  #claimEcho(name: 'moved' | 'duplicate', at: number, place: number, length: number): void {
    const { gold } = this.#input;
    for (let offset = 0; offset < length; offset++) {
      const { path } = gold.document.blocks[gold.tokens.block[place + offset]!]!;
      const own = this.#places[at + offset]!;
      const there = own >= 0 ? own : this.#page.placeOf[place + offset]!;
      this.#causes[at + offset] = { class: name, gold: path, places: there < 0 ? [] : [there] };
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
    const cause: Cause = (isLookedUp ? this.#unseen(range) : undefined) ?? { class: 'invented', places: [] };
    const { fate } = this.#input.alignment;
    for (let token = range.start; token < range.end; token++) {
      if (fate[token] === Fate.SURPLUS && (cause.class !== 'invented' || this.#causes[token] === undefined))
        this.#causes[token] = cause;
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
    const known = { alteration, places: source };
    const ofGold = { ...known, ...(path !== undefined && { gold: path }) };
    const cause = ((): Cause => {
      // An entity is no word of gold: it is altered where the words beside it are gold.
      if (lost.length > 0 || (kind === 'entity' && path !== undefined))
        return { class: 'altered', ...ofGold };
      if (path !== undefined) return { class: 'duplicate', ...ofGold };
      const place = source[0];
      if (place === undefined) return { class: 'altered', ...known };
      return { ...classAt(this.#page, place), ...known };
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
    return { class: where, places: [], unseen: { path, ...(attribute !== undefined && { attribute }) } };
  }

  /** Tokens of one class that follow each other, over islands of fewer than three tokens that are no surplus. */
  #toRuns(): FoundSurplus[] {
    const runs: { start: number; end: number; causes: Cause[] }[] = [];
    for (let token = 0; token < this.#causes.length; token++) {
      const cause = this.#causes[token];
      if (cause === undefined) continue;
      const last = runs[runs.length - 1];
      const before = last?.causes[last.causes.length - 1];
      if (last !== undefined && token - last.end < ISLAND && isSameRun(before!, cause)) {
        last.end = token + 1;
        last.causes.push(cause);
      } else runs.push({ start: token, end: token + 1, causes: [cause] });
    }
    return runs.map(({ start, end, causes }) => {
      return { class: causes[0]!.class, range: { start, end }, tokens: causes.length, causes };
    });
  }
}

/** A run with its place and text, which take longer to work out than all else. */
export function toSurplusRun(
  { range, tokens, causes }: FoundSurplus,
  { document, tokens: all }: ScoringInput,
  page: ExplainedPage,
): SurplusRun {
  const [first] = causes;
  const places = [...new Set(causes.flatMap((cause) => cause.places))];
  const changes = [...new Set(causes.map(({ alteration }) => alteration))].filter(
    (each) => each !== undefined,
  );
  return {
    class: first!.class,
    range,
    tokens,
    text: textBetween(document.blocks, all, range),
    ...(places.length > 0 && { place: page.placeOfTokens(places) }),
    ...(first!.gold !== undefined && { gold: first!.gold }),
    ...(changes.length > 0 && {
      alteration: { kind: changes[0]!.kind, from: changes.map(({ from }) => from).join(' ') },
    }),
    ...(first!.unseen !== undefined && { unseen: first!.unseen }),
  };
}

const ISLAND = 3;

function isSameRun(a: Cause, b: Cause): boolean {
  if (a === b) return true;
  return (
    a.class === b.class && a.alteration?.kind === b.alteration?.kind && a.unseen?.path === b.unseen?.path
  );
}

function lengthOf({ start, end }: TokenRange): number {
  return end - start;
}

/** What stands in a place of the page, by its label, else by its element. */
function classAt(page: ExplainedPage, place: number): Pick<Cause, 'class' | 'gold'> {
  const label = page.labelOf[place];
  if (label?.type === 'boilerplate') return { class: label.category, gold: label.path };
  if (label !== undefined && keyOf(label.path) === 'comments') return { class: 'comment', gold: label.path };
  return { class: page.hintOf(place) ?? 'unlabelled' };
}
