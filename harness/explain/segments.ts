import { foldPythonSpace } from '../document/tokens.ts';
import type { GoldPath } from '../model/gold-path.ts';
import { keyOf } from '../model/gold-path.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { MissingClass, SurplusClass } from './classes.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { SegmentExplanation } from './explanation.ts';
import { fold } from './folded-tokens.ts';
import { hasElement } from './paths.ts';
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
    const [tokens] = this.#page.find(text);
    const known = { fault: 'missing', gold, text } as const;
    if (tokens === undefined)
      return { ...known, class: this.#isAltered(text) ? 'altered' : this.#unseenClass(text) };
    const cameOutAs = this.#between(tokens);
    return {
      ...known,
      class: this.#isAltered(text) ? 'altered' : this.#causeAt(tokens[0]!),
      place: this.#page.placeOfTokens(tokens),
      ...(cameOutAs !== undefined && { cameOutAs }),
    };
  }

  explainLeaked(text: string, gold: GoldPath, cameOutAs: string): SegmentExplanation {
    const places = this.#page.find(text);
    const tokens = places.find((each) => each.some((token) => this.#takenBy[token]! >= 0)) ?? places[0];
    const known = { fault: 'leaked', gold, text, cameOutAs } as const;
    if (tokens !== undefined) {
      return { ...known, class: this.#classAt(tokens[0]!), place: this.#page.placeOfTokens(tokens) };
    }
    return { ...known, class: this.#page.findUnseen(text)?.where ?? 'invented' };
  }

  #isAltered(text: string): boolean {
    const folded = fold(text);
    return folded !== '' && this.#folded.includes(folded);
  }

  #unseenClass(text: string): MissingClass {
    const found = this.#page.findUnseen(text);
    if (found === undefined) return 'not-in-page';
    return found.where === 'script' ? 'from-script' : 'from-hidden';
  }

  #causeAt(token: number): MissingClass {
    if (this.#input.tokens.length === 0) return 'whole-body';
    const path = this.#page.pathOf(token) ?? '';
    const kinds = this.#page.kindsAt(token);
    if (this.#page.hintOf(token) === 'comment') return 'in-comments';
    if (hasElement(path, new Set(['details']))) return 'in-details';
    if (hasElement(path, new Set(['figure', 'figcaption']))) return 'in-figure';
    if (kinds.includes('table')) return 'in-table';
    if (kinds.some((kind) => kind === 'ul' || kind === 'ol' || kind === 'dl')) return 'in-list';
    if (kinds.includes('quote')) return 'in-quote';
    if (kinds.includes('code')) return 'in-code';
    return kinds.some((kind) => /^h[1-6]$/u.test(kind)) ? 'heading' : 'unexplained';
  }

  #classAt(token: number): SurplusClass {
    const label = this.#page.labelOf[token];
    if (label?.type === 'boilerplate') return label.category;
    if (label !== undefined && keyOf(label.path) === 'comments') return 'comment';
    return this.#page.hintOf(token) ?? 'unlabelled';
  }

  /** What the extraction has between the neighbours of a stretch of the page; absent where it has nothing there, or all too much. */
  #between(tokens: readonly number[]): string | undefined {
    let before = tokens[0]! - 1;
    let after = tokens.at(-1)! + 1;
    while (before >= 0 && this.#takenBy[before]! < 0) before--;
    while (after < this.#takenBy.length && this.#takenBy[after]! < 0) after++;
    const start = before < 0 ? 0 : this.#takenBy[before]! + 1;
    const end = after < this.#takenBy.length ? this.#takenBy[after]! : this.#places.length;
    if (end <= start || end - start > MOST_TOKENS + tokens.length) return undefined;
    return textBetween(this.#input.document.blocks, this.#input.tokens, { start, end });
  }
}
