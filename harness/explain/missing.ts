import { withIslands } from '../align/islands.ts';
import { entryOf } from '../model/gold-path.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import type { PreparedGold } from '../score/prepared-gold.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { MissingClass, Position, SurplusClass } from './classes.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { MissingRun } from './explanation.ts';
import { ownPart, unseenClass } from './own-part.ts';
import { isWithin } from './paths.ts';
import { textBetween } from './run-text.ts';
import type { ExplainedSurplus } from './surplus.ts';

/** The container of what came out holds this share of it. */
const SHARE_OF_CONTAINER = 0.9;

/** What an article has before its first paragraph. */
const ABOVE: ReadonlySet<BlockKind> = new Set([
  'title',
  'standfirst',
  'outlet',
  'byline',
  'dateline',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const APPEALS: ReadonlySet<SurplusClass> = new Set(['ad', 'promo', 'newsletter']);

/** 1 for each token of gold that is required and did not come out. */
export function missingTokens({ alignment, gold }: ScoringInput): Uint8Array {
  const missing = gold.sequence.required.slice();
  const { goldOf } = alignment;
  for (let token = 0; token < goldOf.length; token++) if (goldOf[token]! >= 0) missing[goldOf[token]!] = 0;
  return missing;
}

/**
 * Says of every missing token why it may be missing. In this order:
 *
 * 1. It came out altered, or in another place.
 * 2. The page has it only where a reader does not see it, or not at all.
 * 3. Nothing came out: `whole-body`.
 * 4. It stands in what looks like a comment section.
 * 5. It stands in a part of its own (details, figure, table, list, quotation, code, heading) next to which something came
 *    out: so that this part was left out for what it is, not for where it stands.
 * 6. It begins behind an advertisement or another appeal to readers, and what stands before came out.
 * 7. It stands outside of the element that holds nine tenths of what came out.
 * 8. By its place: the beginning of the body, the end, or the middle.
 *
 * Tokens of one class in one entry of gold are a run, over islands of fewer than three tokens that came out.
 */
export function explainMissing(
  input: ScoringInput,
  page: ExplainedPage,
  isMissing: Uint8Array,
  surplus: ExplainedSurplus,
): FoundMissing[] {
  return new Missing(input, page, isMissing, surplus).explain();
}

/** A run of missing tokens as it is found. */
export interface FoundMissing extends Pick<MissingRun, 'class' | 'position' | 'tokens'> {
  /** Indices in the tokens of gold, ascending. */
  readonly indices: readonly number[];
}

/** Missing tokens of one entry of gold that follow each other. */
interface Piece {
  /** Indices of the tokens that are missing, ascending. */
  readonly tokens: number[];
  readonly entry: string;
  readonly class?: MissingClass;
}

class Missing {
  readonly #gold: PreparedGold;
  readonly #page: ExplainedPage;
  readonly #isMissing: Uint8Array;
  readonly #surplus: ExplainedSurplus;
  /** The flags of missing tokens with the islands between them. */
  readonly #lost: Uint8Array;
  /** For each lost token the first of the stretch of lost tokens that it is in, and the first behind that stretch. */
  readonly #lossStart: Int32Array;
  readonly #lossEnd: Int32Array;
  /** Indices of required tokens. */
  readonly #required: Int32Array;
  readonly #rankOf: Int32Array;
  /** Ranks below this one stand above the text. */
  readonly #above: number;
  #container: string | null | undefined;
  #pieces: readonly Piece[] = [];
  /** The part that each piece is in, once somebody has asked. */
  readonly #parts = new Map<Piece, MissingClass | undefined>();

  constructor({ gold }: ScoringInput, page: ExplainedPage, isMissing: Uint8Array, surplus: ExplainedSurplus) {
    this.#gold = gold;
    this.#page = page;
    this.#isMissing = isMissing;
    this.#surplus = surplus;
    [this.#required, this.#rankOf] = gold.derived(requiredOf);
    const lost = new Uint8Array(this.#required.length);
    for (let rank = 0; rank < lost.length; rank++) lost[rank] = isMissing[this.#required[rank]!]!;
    this.#lost = withIslands(lost);
    this.#above = this.#tokensAbove();
    [this.#lossStart, this.#lossEnd] = stretchesOf(this.#lost);
  }

  explain(): FoundMissing[] {
    this.#pieces = this.#divide();
    return this.#pieces.map((piece, index) => ({
      class: piece.class ?? this.#classOf(piece, index),
      position: this.#positionOf(piece),
      tokens: piece.tokens.length,
      indices: piece.tokens,
    }));
  }

  /** Pieces of what is lost: of one entry, and those that came out altered or moved by themselves. */
  #divide(): Piece[] {
    const pieces: (Piece & { last: number })[] = [];
    this.#required.forEach((index, rank) => {
      if (this.#isMissing[index] !== 1) return;
      const entry = this.#entryOf(index);
      const known = this.#knownClass(index);
      const before = pieces.at(-1);
      const isNext = before?.entry === entry && before.class === known && this.#isBridged(before.last, rank);
      if (before !== undefined && isNext) {
        before.tokens.push(index);
        before.last = rank;
      } else
        pieces.push({ tokens: [index], entry, last: rank, ...(known !== undefined && { class: known }) });
    });
    return pieces;
  }

  #isBridged(from: number, to: number): boolean {
    return this.#lossEnd[from]! >= to;
  }

  #knownClass(index: number): 'altered' | 'moved' | undefined {
    if (this.#surplus.altered.has(index)) return 'altered';
    return this.#surplus.moved[index] === 1 ? 'moved' : undefined;
  }

  #entryOf(index: number): string {
    return entryOf(this.#leafOf(index).path);
  }

  #leafOf(index: number): PreparedGold['document']['blocks'][number] {
    return this.#gold.document.blocks[this.#gold.tokens.block[index]!]!;
  }

  #classOf(piece: Piece, at: number): MissingClass {
    const places = piece.tokens.map((index) => this.#page.placeOf[index]!).filter((place) => place >= 0);
    const first = places[0];
    if (first === undefined) {
      const leaf = this.#leafOf(piece.tokens[0]!);
      return unseenClass(leaf.from ?? this.#page.findUnseen(leaf.text)?.where);
    }
    const position = this.#positionOf(piece);
    if (position === 'whole-body') return position;
    if (this.#page.hintOf(first) === 'comment') return 'in-comments';
    const part = this.#partOf(piece);
    if (part !== undefined && this.#isBesideMatched(at, part)) return part;
    if (this.#isAfterAppeal(piece, first)) return 'after-ad';
    if (this.#isOutside(places)) return 'second-container';
    return position;
  }

  /** The part of its own that a piece is in. */
  #partOf(piece: Piece): MissingClass | undefined {
    if (!this.#parts.has(piece)) this.#parts.set(piece, this.#findPart(piece));
    return this.#parts.get(piece);
  }

  #findPart({ tokens }: Piece): MissingClass | undefined {
    const [index] = tokens;
    const leaf = this.#leafOf(index!);
    const place = this.#page.placeOf[index!]!;
    const kinds = [leaf.kind, ...leaf.within.map(({ kind }) => kind)];
    if (place < 0) return ownPart(leaf.kind, kinds, '');
    return ownPart(leaf.kind, [...kinds, ...this.#page.kindsAt(place)], this.#page.pathOf(place) ?? '');
  }

  /**
   * Whether something came out right before or right behind the pieces around this one that are in the same sort of part.
   * Where a part ends with the body there is nothing on that side.
   */
  #isBesideMatched(at: number, part: MissingClass): boolean {
    const isSame = (piece: Piece | undefined): piece is Piece =>
      piece !== undefined && this.#partOf(piece) === part;
    const [first, last] = [this.#pieces[at]!, this.#pieces[at]!];
    let [from, to] = [this.#rankOf[first.tokens[0]!]!, this.#rankOf[last.tokens.at(-1)!]!];
    for (let index = at - 1; isSame(this.#pieces[index]); index--) {
      const { tokens } = this.#pieces[index]!;
      if (!this.#isBridged(this.#rankOf[tokens.at(-1)!]!, from)) break;
      from = this.#rankOf[tokens[0]!]!;
    }
    for (let index = at + 1; isSame(this.#pieces[index]); index++) {
      const { tokens } = this.#pieces[index]!;
      if (!this.#isBridged(to, this.#rankOf[tokens[0]!]!)) break;
      to = this.#rankOf[tokens.at(-1)!]!;
    }
    return this.#lost[from - 1] === 0 || this.#lost[to + 1] === 0;
  }

  #positionOf({ tokens }: Pick<Piece, 'tokens'>): Position {
    const from = this.#lossStart[this.#rankOf[tokens[0]!]!]!;
    const to = this.#lossEnd[this.#rankOf[tokens.at(-1)!]!]!;
    const isTail = to === this.#lost.length;
    if (from === 0) return isTail ? 'whole-body' : 'lead';
    if (isTail) return 'tail';
    return from <= this.#above ? 'lead' : 'middle';
  }

  /** How many required tokens stand above the text: headline, standfirst, byline and the like. */
  #tokensAbove(): number {
    const first = this.#required.findIndex((index) => !ABOVE.has(this.#leafOf(index).kind));
    return first < 0 ? 0 : first;
  }

  /** Right behind an appeal in the page, and the first of what is lost. */
  #isAfterAppeal({ tokens }: Piece, place: number): boolean {
    const rank = this.#lossStart[this.#rankOf[tokens[0]!]!]!;
    if (rank === 0) return false;
    const start = this.#page.placeOf[this.#required[rank]!]!;
    const at = start < 0 ? place : start;
    const label = this.#page.labelOf[at - 1];
    const name =
      label?.type === 'boilerplate'
        ? label.category
        : label === undefined
          ? this.#page.hintOf(at - 1)
          : undefined;
    return name !== undefined && APPEALS.has(name);
  }

  #isOutside(places: readonly number[]): boolean {
    this.#container ??= this.#containerOfMatched() ?? null;
    const container = this.#container;
    if (container === null) return false;
    return places.every((place) => {
      const path = this.#page.pathOf(place);
      return path !== undefined && !isWithin(path, container);
    });
  }

  /** The innermost element around nine tenths of what came out, if that is more than one block. */
  #containerOfMatched(): string | undefined {
    const { placeOf, tokens, elementOf } = this.#page;
    const counts = new Int32Array(this.#page.elements);
    let block: number | undefined;
    let isOneBlock = true;
    let all = 0;
    for (const index of this.#required) {
      const place = placeOf[index]!;
      if (this.#isMissing[index] === 1 || place < 0) continue;
      const element = elementOf[place]!;
      if (element < 0) return undefined;
      counts[element]!++;
      all++;
      block ??= tokens.block[place]!;
      if (tokens.block[place] !== block) isOneBlock = false;
    }
    if (isOneBlock) return undefined;
    const held = new Map<string, number>();
    counts.forEach((count, element) => {
      if (count === 0) return;
      for (const path of this.#page.pathsAround(element)) held.set(path, (held.get(path) ?? 0) + count);
    });
    const holders = [...held].filter(([, count]) => count >= SHARE_OF_CONTAINER * all).map(([path]) => path);
    return holders.toSorted((a, b) => b.length - a.length)[0];
  }
}

/** The indices of required tokens; and for each token its place among them, or -1. */
function requiredOf({ sequence: { required } }: PreparedGold): [Int32Array, Int32Array] {
  const indices: number[] = [];
  const ranks = Array.from(required, (flag, index) => (flag === 1 ? indices.push(index) - 1 : -1));
  return [Int32Array.from(indices), Int32Array.from(ranks)];
}

/** A run with its place and text, which take longer to work out than all else. */
export function toMissingRun(
  { indices, ...found }: FoundMissing,
  { gold }: ScoringInput,
  page: ExplainedPage,
  { altered }: ExplainedSurplus,
): MissingRun {
  const range = { start: indices[0]!, end: indices.at(-1)! + 1 };
  const places = indices.map((index) => page.placeOf[index]!).filter((place) => place >= 0);
  const leaf = gold.document.blocks[gold.tokens.block[range.start]!]!;
  const cameOutAs = [...new Set(indices.flatMap((index) => altered.get(index) ?? []))].join(' ');
  return {
    ...found,
    range,
    text: textBetween(gold.document.blocks, gold.tokens, range),
    gold: leaf.path,
    kind: leaf.kind,
    ...(places.length > 0 && { place: page.placeOfTokens(places) }),
    ...(cameOutAs !== '' && { cameOutAs }),
  };
}

/** For each flagged position where its stretch of flags begins and ends; the end is exclusive. */
function stretchesOf(flags: Uint8Array): [Int32Array, Int32Array] {
  const starts = new Int32Array(flags.length);
  const ends = new Int32Array(flags.length);
  for (let start = 0; start < flags.length;) {
    let end = start + 1;
    while (end < flags.length && flags[end] === flags[start]) end++;
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    start = end;
  }
  return [starts, ends];
}
