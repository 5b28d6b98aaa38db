import { Fate } from '../align/alignment.ts';
import { withIslands } from '../align/islands.ts';
import { Vocabulary, foldPythonSpace } from '../document/tokens.ts';
import { textBetween } from '../explain/run-text.ts';
import type { ExplainedPage } from '../explain/explained-page.ts';
import type { RunPlace } from '../explain/explanation.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { GoldText } from '../model/gold-text.ts';
import type { PreparedGold } from '../score/prepared-gold.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** A stretch of text on which independent extractors agree with each other against the gold. */
export interface Suspect {
  readonly corpus: string;
  readonly page: string;
  /**
   * `left-out`: gold requires it, and nearly nobody returns it. `not-in-gold`: nearly everybody returns it, and gold does not
   * have it. `forbidden`: the same, and gold says that it is boilerplate, a comment or a snippet that must not appear.
   */
  readonly suspicion: 'left-out' | 'not-in-gold' | 'forbidden';
  /** Independent voices that agree, of those that returned something for the page. */
  readonly agreeing: number;
  readonly voices: number;
  /** Length of the stretch. */
  readonly tokens: number;
  /** The gold in which it begins and ends; absent for text that gold lacks. */
  readonly gold?: GoldPath;
  readonly goldEnd?: GoldPath;
  /** Where the page has it; absent where its labels do not say so. */
  readonly place?: RunPlace;
  /** Whether the page shows most of it, in rows of four tokens. What it does not show no extractor can return. */
  readonly isShown: boolean;
  readonly text: string;
}

/** Fewer voices than this are not several. */
export const FEWEST_VOICES = 3;
/** This share of them is nearly all. */
const NEARLY_ALL = 0.8;
/** Shorter stretches are left alone: small words stand anywhere. */
const SHORTEST = 5;
/** Extractors agree on surplus where they have so many tokens in a row in common. */
const SHINGLE = 4;

/** What is needed of one page. */
export interface SuspectPage {
  readonly corpus: string;
  readonly page: string;
  readonly gold: PreparedGold;
  /** What each voice returned; one member of each speaks. */
  readonly voices: readonly ScoringInput[];
  /** The page itself; made where something is suspicious. */
  readonly explain: () => ExplainedPage;
}

/** The suspects of a page. A voice that returned nothing has nothing to say of the page. */
export function suspectsOf(page: SuspectPage): Suspect[] {
  const voices = page.voices.filter(({ tokens, failed }) => !failed && tokens.length > 0);
  if (voices.length < FEWEST_VOICES) return [];
  const heard = { ...page, voices };
  return page.gold.labels.body === undefined
    ? suspectSnippets(heard)
    : [...suspectGold(heard), ...suspectSurplus(heard)];
}

/** Suspects, the most suspicious first: many that agree, and much text. */
export function mostSuspiciousFirst(suspects: readonly Suspect[]): Suspect[] {
  const weight = ({ agreeing, voices, tokens }: Suspect): number => (agreeing / voices) * Math.sqrt(tokens);
  return suspects.toSorted(
    (a, b) =>
      weight(b) - weight(a) ||
      compareCodeUnits(a.page, b.page) ||
      compareCodeUnits(a.gold ?? '', b.gold ?? '') ||
      (a.place?.start.block ?? 0) - (b.place?.start.block ?? 0),
  );
}

/** Required text that nearly all leave out. It may go over several entries of gold. */
function suspectGold({ corpus, page, gold, voices, explain }: SuspectPage): Suspect[] {
  const { required } = gold.sequence;
  const missing = Int32Array.from(required, (flag) => (flag === 1 ? voices.length : 0));
  for (const { alignment } of voices) {
    alignment.fate.forEach((fate, token) => {
      if (fate === Fate.MATCHED) missing[alignment.goldOf[token]!]!--;
    });
  }
  // Optional tokens between required ones do not end a stretch: only required ones are looked at.
  const tokens = [...required.keys()].filter((token) => required[token] === 1);
  const { ids } = gold.tokens;
  // The words of the page continue those of gold, so that their numbers are the same. Made once, and only for a stretch.
  let rowsShown: ReadonlySet<string> | undefined;
  return stretches(
    tokens.map((token) => missing[token]!),
    voices.length,
  ).map(({ start, end, agreeing }) => {
    const own = tokens.slice(start, end);
    const [first, last] = [own[0]!, own.at(-1)!];
    const { placeOf, tokens: shown } = explain();
    const rows = rowsOf(own.map((token) => ids[token]!));
    const known = (rowsShown ??= new Set(rowsOf(shown.ids)));
    const places = own.map((token) => placeOf[token]!).filter((place) => place >= 0);
    const pathOf = (token: number): GoldPath => gold.document.blocks[gold.tokens.block[token]!]!.path;
    return {
      corpus,
      page,
      suspicion: 'left-out',
      agreeing,
      voices: voices.length,
      tokens: own.length,
      gold: pathOf(first),
      ...(pathOf(last) !== pathOf(first) && { goldEnd: pathOf(last) }),
      ...(2 * places.length >= own.length && { place: explain().placeOfTokens(places) }),
      isShown: 2 * rows.filter((row) => known.has(row)).length >= rows.length,
      text: textBetween(gold.document.blocks, gold.tokens, { start: first, end: last + 1 }),
    };
  });
}

/** Text of the page that nearly all return and gold does not have. */
function suspectSurplus({ corpus, page, voices, explain }: SuspectPage): Suspect[] {
  const words = new Vocabulary();
  const shingles = new Map<string, number>();
  for (const input of voices) {
    for (const shingle of surplusShingles(input, words)) {
      shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
    }
  }
  const isAgreed = [...shingles.values()].some((count) => count >= NEARLY_ALL * voices.length);
  if (!isAgreed) return [];
  const explained = explain();
  const { tokens, vocabulary, goldOf } = explained;
  const counts = new Int32Array(tokens.length);
  const rows = rowsOf(Array.from(tokens.ids, (id) => words.idOf(vocabulary.wordOf(id))));
  for (const [at, row] of rows.entries()) {
    const count = shingles.get(row) ?? 0;
    for (let token = at; token < at + SHINGLE; token++) {
      if (goldOf[token]! < 0 && count > counts[token]!) counts[token] = count;
    }
  }
  return stretches([...counts], voices.length).map(({ start, end, agreeing }) => {
    const own = Array.from({ length: end - start }, (_, index) => start + index);
    const label = own.map((token) => explained.labelOf[token]).find(isForbidden);
    return {
      corpus,
      page,
      suspicion: label === undefined ? 'not-in-gold' : 'forbidden',
      agreeing,
      voices: voices.length,
      tokens: own.length,
      ...(label !== undefined && { gold: label.path }),
      place: explained.placeOfTokens(own),
      isShown: true,
      text: textBetween(explained.blocks, tokens, { start, end }),
    };
  });
}

/** All rows of four tokens. */
function rowsOf(ids: ArrayLike<number>): string[] {
  const all = Array.from(ids);
  return all.slice(SHINGLE - 1).map((_, at) => all.slice(at, at + SHINGLE).join(' '));
}

/** Boilerplate and comments. */
function isForbidden(label: GoldText | undefined): label is GoldText {
  return label !== undefined && (label.type === 'boilerplate' || keyOf(label.path) === 'comments');
}

/** The rows of four tokens that are all surplus. */
function surplusShingles({ alignment, tokens, vocabulary }: ScoringInput, words: Vocabulary): Set<string> {
  const found = new Set<string>();
  const row: number[] = [];
  alignment.fate.forEach((fate, token) => {
    if (fate !== Fate.SURPLUS) row.length = 0;
    else row.push(words.idOf(vocabulary.wordOf(tokens.ids[token]!)));
    if (row.length >= SHINGLE) found.add(row.slice(-SHINGLE).join(' '));
  });
  return found;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How many agree on half of it at least. */
  readonly agreeing: number;
}

/** Stretches of tokens on which nearly all agree; islands of fewer than three tokens do not end one. */
function stretches(counts: readonly number[], voices: number): Stretch[] {
  const least = Math.max(FEWEST_VOICES, NEARLY_ALL * voices);
  const flags = withIslands(Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)));
  const found: Stretch[] = [];
  for (let start = flags.indexOf(1); start >= 0;) {
    const after = flags.indexOf(0, start);
    const end = after < 0 ? flags.length : after;
    const own = counts.slice(start, end).toSorted((a, b) => b - a);
    if (end - start >= SHORTEST) found.push({ start, end, agreeing: own[own.length >> 1]! });
    start = after < 0 ? -1 : flags.indexOf(1, end);
  }
  return found;
}

/** Snippets that nearly all miss, and snippets that must not appear and nearly all have. */
function suspectSnippets({ corpus, page, gold, voices, explain }: SuspectPage): Suspect[] {
  const { with: wanted = [], without: unwanted = [] } = gold.labels.segments ?? {};
  const texts = voices.map(({ text }) => foldPythonSpace(text));
  const suspect = (snippets: readonly string[], isWanted: boolean): Suspect[] =>
    snippets.flatMap((text, index) => {
      const having = texts.filter((each) => each.includes(foldPythonSpace(text))).length;
      const agreeing = isWanted ? voices.length - having : having;
      if (agreeing < Math.max(FEWEST_VOICES, NEARLY_ALL * voices.length)) return [];
      const [place] = explain().find(text);
      const of = isWanted ? 'with' : 'without';
      return [
        {
          corpus,
          page,
          suspicion: isWanted ? ('left-out' as const) : ('forbidden' as const),
          agreeing,
          voices: voices.length,
          tokens: text.split(/\s+/u).length,
          gold: `segments.${of}[${index}]` as const,
          ...(place !== undefined && { place: explain().placeOfText(place) }),
          isShown: place !== undefined,
          text,
        },
      ];
    });
  return [...suspect(wanted, true), ...suspect(unwanted, false)];
}
