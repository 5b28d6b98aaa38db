import { foldPythonSpace } from '../document/tokens.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { MissingClass } from './classes.ts';
import type { ExplainedPage, FoundText } from './explained-page.ts';
import type { SegmentExplanation } from './explanation.ts';
import { fold } from './folded-tokens.ts';
import { ownPart, unseenClass } from './own-part.ts';
import { textBetween } from './run-text.ts';
import { tracePlaces } from './trace.ts';

/** So much of the extraction is shown around a snippet that leaked, in characters on each side. */
const AROUND = 40;
/** More than this between the neighbours of a snippet is not what came out in its place. */
const MOST_TOKENS = 24;

/** The snippets that are missing, and those that leaked, as metric `segments` finds them. */
export function explainSegments(input: ScoringInput, page: ExplainedPage): SegmentExplanation[] {
  const { segments } = input.gold.labels;
  if (segments === undefined) return [];
  const text = foldPythonSpace(input.text);
  const missing = segments.with.flatMap((snippet, index) =>
    text.includes(foldPythonSpace(snippet)) ? [] : [{ snippet, gold: `segments.with[${index}]` as const }],
  );
  const leaked = segments.without.flatMap((snippet, index) => {
    const at = text.indexOf(foldPythonSpace(snippet));
    return at < 0 ? [] : [{ snippet, gold: `segments.without[${index}]` as const, at }];
  });
  if (missing.length + leaked.length === 0) return [];
  const search = new Snippets(input, page);
  return [
    ...missing.map(({ snippet, gold }) => search.explainMissing(snippet, gold)),
    ...leaked.map(({ snippet, gold, at }) => {
      const context = text.slice(Math.max(0, at - AROUND), at + foldPythonSpace(snippet).length + AROUND);
      return search.explainLeaked(snippet, gold, context);
    }),
  ];
}

class Snippets {
  readonly #input: ScoringInput;
  readonly #page: ExplainedPage;
  readonly #places: Int32Array;
  /** For each token of the page the token of the extraction that it is, or -1. */
  readonly #takenBy: Int32Array;
  readonly #folded: string;

  constructor(input: ScoringInput, page: ExplainedPage) {
    this.#input = input;
    this.#page = page;
    this.#places = tracePlaces(input.tokens, input.vocabulary, page);
    this.#takenBy = new Int32Array(page.tokens.length).fill(-1);
    this.#places.forEach((place, token) => {
      if (place >= 0) this.#takenBy[place] = token;
    });
    this.#folded = fold(input.text);
  }

  explainMissing(text: string, gold: GoldPath): SegmentExplanation {
    const [found] = this.#page.find(text);
    const known = { fault: 'missing', gold, text } as const;
    const isAltered = this.#isAltered(text);
    if (found === undefined) {
      const unseen = (): MissingClass => unseenClass(this.#page.findUnseen(text)?.where);
      return { ...known, class: isAltered ? 'altered' : unseen() };
    }
    const cameOutAs = this.#inPlaceOf(found);
    return {
      ...known,
      class: isAltered ? 'altered' : this.#causeOf(found),
      place: this.#page.placeOfText(found),
      ...(cameOutAs !== undefined && { cameOutAs }),
    };
  }

  explainLeaked(text: string, gold: GoldPath, cameOutAs: string): SegmentExplanation {
    const places = this.#page.find(text);
    const found = places.find((each) => this.#cameOut(each)) ?? places[0];
    const known = { fault: 'leaked', gold, text, cameOutAs } as const;
    if (found === undefined) return { ...known, class: this.#page.findUnseen(text)?.where ?? 'invented' };
    return { ...known, class: this.#page.causeOfText(found).class, place: this.#page.placeOfText(found) };
  }

  #cameOut({ tokens: { start, end } }: FoundText): boolean {
    return this.#takenBy.subarray(start, end).some((token) => token >= 0);
  }

  #isAltered(text: string): boolean {
    const folded = fold(text);
    return folded !== '' && this.#folded.includes(folded);
  }

  #causeOf(found: FoundText): MissingClass {
    if (this.#input.tokens.length === 0) return 'whole-body';
    const { path = '', hint, kinds } = this.#page.surroundingsOf(found);
    if (hint === 'comment') return 'in-comments';
    return ownPart(kinds[0]!, kinds, path) ?? 'unexplained';
  }

  /** What the extraction has between the neighbours of a text of the page; absent where it has nothing there, or all too much. */
  #inPlaceOf({ tokens }: FoundText): string | undefined {
    let before = tokens.start - 1;
    let after = tokens.end;
    while (before >= 0 && this.#takenBy[before]! < 0) before--;
    while (after < this.#takenBy.length && this.#takenBy[after]! < 0) after++;
    const start = before < 0 ? 0 : this.#takenBy[before]! + 1;
    const end = after < this.#takenBy.length ? this.#takenBy[after]! : this.#places.length;
    if (end <= start || end - start > MOST_TOKENS + tokens.end - tokens.start) return undefined;
    return textBetween(this.#input.document.blocks, this.#input.tokens, { start, end });
  }
}
