import { toSqueezedText } from '../document/squeeze.ts';
import type { SqueezedText } from '../document/squeeze.ts';
import type { PageDocument } from '../document/page-document.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import type { Gold } from '../model/gold.ts';
import { entryOf } from '../model/gold-path.ts';
import { goldTexts, titleText } from '../model/gold-text.ts';
import type { GoldText } from '../model/gold-text.ts';
import { findAltered, placeTokens } from './altered.ts';
import type { PlacedTokens } from './altered.ts';
import { holdsText } from '../util/find-text.ts';
import { Claims } from './claims.ts';
import type { Found, LabelSpan, PageLabels, Placement } from './labels.ts';
import { toNeedles } from './needle.ts';
import type { Needle } from './needle.ts';
import { placeInOrder } from './place-in-order.ts';

/** A text with more places than this (a cell `1`) is placed after those around it. */
const MOST_PLACES = 256;
/** Boilerplate is labelled wherever it stands, but not more often than this. */
const MOST_OCCURRENCES = 10_000;
/** Altered texts are looked for while all of them together go through no more characters of the page: half a minute. */
const MOST_SEARCHED = 2 ** 32;

/**
 * Says what every piece of a page is by its gold. White space does not count, and a word that is glued of two
 * texts is divided between them. In this order, and a piece that has a label keeps it:
 *
 * 1. the body, in its order: as much of it as can be placed so, together where it stands more than once; what is
 *    not there verbatim, by its tokens between its neighbours; what is left, anywhere;
 * 2. comments, in the same way;
 * 3. boilerplate around the body that is longer than the title of the metadata: longest first, each wherever it stands;
 * 4. that title, unless the body has one: where it stands last before the body, and nowhere else;
 * 5. the other boilerplate, in the same way.
 *
 * Gold that says `from: script` or `from: hidden` is looked for in the page's unseen text, and labels nothing.
 */
export function labelPage(page: PageDocument, gold: Gold): PageLabels {
  return new Labelling(page).run(gold);
}

class Labelling {
  readonly #page: PageDocument;
  readonly #text: SqueezedText;
  readonly #claims: Claims;
  readonly #labels: GoldText[] = [];
  readonly #placements: Placement[] = [];
  readonly #vocabulary = new Vocabulary();
  #tokens: PlacedTokens | undefined;
  #unseen: string | undefined;
  /** Characters of the page that were gone through for texts that are not there verbatim. */
  #searched = 0;

  constructor(page: PageDocument) {
    this.#page = page;
    this.#text = toSqueezedText(page.blocks);
    this.#claims = new Claims(this.#text);
  }

  run(gold: Gold): PageLabels {
    const title = titleText(gold);
    const boilerplate = toNeedles(goldTexts(gold, ['boilerplate']));
    this.#placeList(toNeedles(goldTexts(gold, ['body'])));
    const start = this.#labels.length === 0 ? undefined : this.#firstClaim();
    this.#placeList(toNeedles(goldTexts(gold, ['comments'])));
    const [titleNeedle] = title === undefined ? [] : toNeedles([title]);
    const longestFirst = boilerplate.toSorted((a, b) => b.squeezed.length - a.squeezed.length);
    const length = titleNeedle?.squeezed.length ?? 0;
    for (const needle of longestFirst) if (needle.squeezed.length > length) this.#placeEverywhere(needle);
    if (titleNeedle === undefined) return this.#result();
    this.#placeTitle(titleNeedle, start);
    for (const needle of longestFirst) if (needle.squeezed.length <= length) this.#placeEverywhere(needle);
    return this.#result();
  }

  #result(): PageLabels {
    return { page: this.#page, spans: this.#toSpans(), placements: this.#placements };
  }

  /** Places texts that stand in an order; what is left, between what was placed before and after. */
  #placeList(texts: readonly Needle[]): void {
    const needles = this.#divide(texts.filter((needle) => !this.#isUnseen(needle)));
    const places = placeInOrder(
      needles.map(({ squeezed }) => ({ length: squeezed.length, places: this.#freePlaces(squeezed) })),
    );
    const left: { needle: Needles; gap: [from: number, to: number] }[] = [];
    let from = 0;
    let waiting = 0;
    needles.forEach((needle, index) => {
      const place = places[index];
      if (place === undefined) {
        left.push({ needle, gap: [from, this.#claims.text.length] });
        return;
      }
      this.#claimAll(needle, place, 'in place');
      for (; waiting < left.length; waiting++) left[waiting]!.gap[1] = place;
      from = place + needle.squeezed.length;
    });
    for (const { needle, gap } of left) this.#placeBetween(needle, gap);
  }

  /** An entry whose texts follow each other in the page is one text; any other is its texts. */
  #divide(texts: readonly Needle[]): Needles[] {
    return entriesOf(texts).flatMap((entry): Needles[] => {
      const whole = entry.map(({ squeezed }) => squeezed).join('');
      if (entry.length === 1 || holdsText(this.#claims.text, whole))
        return [{ squeezed: whole, parts: entry }];
      return entry.map((needle) => ({ squeezed: needle.squeezed, parts: [needle] }));
    });
  }

  #freePlaces(text: string): number[] {
    const places = this.#claims.occurrences(text, MOST_PLACES + 1);
    if (places.length > MOST_PLACES) return [];
    return places.filter((at) => this.#claims.isFree(at, at + text.length));
  }

  #placeBetween(needle: Needles, [from, to]: readonly [number, number]): void {
    const { squeezed } = needle;
    const places = this.#claims.occurrences(squeezed, MOST_OCCURRENCES);
    const free = places.filter((at) => this.#claims.isFree(at, at + squeezed.length));
    const inside = free.find((at) => at >= from && at + squeezed.length <= to);
    if (inside !== undefined) this.#claimAll(needle, inside, 'in place');
    else if (this.#claimAltered(needle, [from, to])) return;
    else if (free[0] !== undefined) this.#claimAll(needle, free[0], 'out of order');
    else for (const part of needle.parts) this.#place(part, places.length > 0 ? 'taken' : 'absent');
  }

  #claimAltered({ parts }: Needles, gap: readonly [number, number]): boolean {
    this.#searched += gap[1] - gap[0];
    if (this.#searched > MOST_SEARCHED) return false;
    const text = parts.map((part) => part.text).join('\n');
    const stretches = findAltered(text, this.#pageTokens(), this.#vocabulary, gap);
    if (stretches === undefined) return false;
    const number = this.#labels.push(parts[0]!) - 1;
    for (const { start, end } of stretches) {
      if (this.#claims.isFree(start, end)) this.#claims.claim(start, end, number);
    }
    for (const part of parts) this.#place(part, 'altered');
    return true;
  }

  #pageTokens(): PlacedTokens {
    return (this.#tokens ??= placeTokens(tokenize(this.#page.blocks, this.#vocabulary), this.#text));
  }

  #placeTitle(needle: Needle, bodyStart: number | undefined): void {
    const { length } = needle.squeezed;
    const free = this.#freePlaces(needle.squeezed);
    const place = free.findLast((at) => bodyStart === undefined || at + length <= bodyStart);
    if (place === undefined)
      this.#place(needle, holdsText(this.#claims.text, needle.squeezed) ? 'taken' : 'absent');
    else this.#claimAll({ squeezed: needle.squeezed, parts: [needle] }, place, 'in place');
  }

  #placeEverywhere(needle: Needle): void {
    if (this.#isUnseen(needle)) return;
    const { squeezed } = needle;
    const places = this.#claims.occurrences(squeezed, MOST_OCCURRENCES);
    const number = this.#labels.push(needle) - 1;
    let isPlaced = false;
    for (const at of places) {
      if (!this.#claims.isFree(at, at + squeezed.length)) continue;
      this.#claims.claim(at, at + squeezed.length, number);
      isPlaced = true;
    }
    this.#place(needle, isPlaced ? 'in place' : places.length > 0 ? 'taken' : 'absent');
  }

  /** Settles what the gold says stands in unseen text. */
  #isUnseen(needle: Needle): boolean {
    if (needle.from === undefined) return false;
    this.#unseen ??= toSqueezedText(this.#page.unseen).text;
    this.#place(needle, holdsText(this.#unseen, needle.squeezed) ? 'unseen' : 'absent');
    return true;
  }

  #claimAll({ parts }: Needles, place: number, found: Found): void {
    let start = place;
    for (const part of parts) {
      const number = this.#labels.push(part) - 1;
      this.#claims.claim(start, start + part.squeezed.length, number);
      start += part.squeezed.length;
      this.#place(part, found);
    }
  }

  #place(label: Needle, found: Found): void {
    this.#placements.push({ label, found });
  }

  #firstClaim(): number | undefined {
    for (let at = 0; at < this.#claims.text.length; at++)
      if (this.#claims.claimAt(at) !== undefined) return at;
    return undefined;
  }

  /** Claims as spans of the page's blocks, in page order. A claim that goes over several blocks is a span in each. */
  #toSpans(): LabelSpan[] {
    const { block, start, end } = this.#text;
    const spans: LabelSpan[] = [];
    let from = 0;
    for (let at = 1; at <= block.length; at++) {
      const claim = this.#claims.claimAt(from);
      const goesOn = at < block.length && block[at] === block[from] && this.#claims.claimAt(at) === claim;
      if (goesOn) continue;
      if (claim !== undefined) {
        spans.push({
          block: block[from]!,
          start: start[from]!,
          end: end[at - 1]!,
          label: this.#labels[claim]!,
        });
      }
      from = at;
    }
    return spans;
  }
}

/** Texts by the entry of gold that they stand in. */
function entriesOf(texts: readonly Needle[]): Needle[][] {
  const entries: Needle[][] = [];
  for (const text of texts) {
    const last = entries.at(-1);
    if (last !== undefined && entryOf(last[0]!.path) === entryOf(text.path)) last.push(text);
    else entries.push([text]);
  }
  return entries;
}

/** Texts that are looked for as one. */
interface Needles {
  readonly squeezed: string;
  readonly parts: readonly Needle[];
}
