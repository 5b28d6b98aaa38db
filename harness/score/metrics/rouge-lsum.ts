import { BitRows } from '../../align/bit-rows.ts';
import { Vocabulary, spacedTokens } from '../../document/tokens.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { OPTIONAL_TEXT, optionalTextVariant } from '../optional-text.ts';
import type { PreparedGold } from '../prepared-gold.ts';

/**
 * Summary-level ROUGE-L with lines as sentences and white-space tokens: of each line of gold the tokens that lie on a
 * longest common subsequence with any line of the extraction; of a token no more hits count than either text has of
 * it. With h hits, m tokens of gold and n extracted: precision = h / n, recall = h / m, F1 = 2PR / (P + R), 0 if h = 0.
 * Nothing came out, or the extraction failed: all 0. A page that requires nothing is left out (the source has 0
 * there, also where nothing came out). Corpus: plain means over pages.
 *
 * The order of lines is not seen, the order of words in them is. Bevendorff et al. split sentences with a trained
 * model, not at lines, so that their figures are others.
 */
export const rougeLsum: Metric = {
  name: 'rouge-lsum',
  version: 3,
  definition: 'summary-level ROUGE-L: union of longest common subsequences, line by line, white-space tokens',
  source: 'rouge-score (PyPI) rougeLsum, its lines as sentences, no stemming; Bevendorff et al., SIGIR 2023',
  needs: 'text',
  figures: ['precision', 'recall', 'f1'],
  headline: 'f1',
  reads: 'text',
  keys: { words: 'white-space', sentences: 'lines', case: 'kept', optional: 'left-out' },
  options: OPTIONAL_TEXT,
  variant: (chosen) => optionalTextVariant(rougeLsum, chosen),
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const counts = rougeCounts(input.gold.derived(goldLines), input.textWithoutOptional);
    if (counts.gold > 0) return { counts, figures: rougeFigures(counts) };
    const none = { undefined: 'nothing-required' } as const;
    return { counts, figures: { precision: none, recall: none, f1: none } };
  },

  describe({ hits = 0, gold = 0, extracted = 0 }) {
    return `${gold - hits} of ${gold} white-space tokens missing, ${extracted - hits} surplus`;
  },

  aggregate(scores) {
    return meansOf(scores, rougeLsum.figures);
  },
};

type RougeCounts = Readonly<Record<'hits' | 'gold' | 'extracted', number>>;

/** Tokens of gold and extraction, and how many of gold's are hit. */
export function rougeCounts(gold: NumberedLines, extracted: string): RougeCounts {
  const { lines, vocabulary } = gold;
  // Words that gold does not have are never hit, whichever they are: one number stands for all of them.
  const candidate = toLines(extracted, (token) => vocabulary.find(token) ?? vocabulary.size);
  const hits = unionHits(lines, candidate, vocabulary.size + 1);
  return { hits, gold: lengthOf(lines), extracted: lengthOf(candidate) };
}

function lengthOf(lines: readonly Int32Array[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** Precision, recall and F1 of counts; all 0 where there is no hit, also where both texts are empty. */
export function rougeFigures({
  hits,
  gold,
  extracted,
}: RougeCounts): Record<'precision' | 'recall' | 'f1', number> {
  if (hits === 0) return { precision: 0, recall: 0, f1: 0 };
  const [precision, recall] = [hits / extracted, hits / gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** The white-space tokens of each line of a text, by their numbers. */
interface NumberedLines {
  readonly lines: readonly Int32Array[];
  readonly vocabulary: Vocabulary;
}

export function numberLines(text: string): NumberedLines {
  const vocabulary = new Vocabulary();
  return { lines: toLines(text, (token) => vocabulary.idOf(token)), vocabulary };
}

function toLines(text: string, toNumber: (token: string) => number): Int32Array[] {
  return text.split('\n').map((line) => Int32Array.from(spacedTokens(line), toNumber));
}

function goldLines({ requiredText }: PreparedGold): NumberedLines {
  return numberLines(requiredText);
}

/**
 * How many tokens of a reference are hit: for each of its lines the union, over the lines of the candidate, of the
 * places on one longest common subsequence, a token counting no more often than either text has it. Which of several
 * longest subsequences is taken follows rouge-score's walk back through its table, cell by cell.
 *
 * Time: the product of the texts' lengths / 32 word steps at most, and near linear in the number of lines where words are as
 * frequent as in language; memory: near linear.
 */
function unionHits(
  reference: readonly Int32Array[],
  candidate: readonly Int32Array[],
  numbers: number,
): number {
  const left = [countsOf(reference), countsOf(candidate)] as const;
  const lines = new LineSearch(distinct(candidate), numbers);
  let hits = 0;
  for (const line of reference) {
    const union = lines.unionOf(line);
    line.forEach((id, place) => {
      if (union[place] === 0 || left.some((counts) => (counts.get(id) ?? 0) === 0)) return;
      hits++;
      for (const counts of left) counts.set(id, counts.get(id)! - 1);
    });
  }
  return hits;
}

function countsOf(lines: readonly Int32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const id of line) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A line that stands twice adds nothing to a union. */
function distinct(lines: readonly Int32Array[]): Int32Array[] {
  return [...new Map(lines.map((line) => [line.join(' '), line])).values()];
}

/** Lines, and in which of them a token stands. */
class LineSearch {
  readonly #lines: readonly Int32Array[];
  readonly #linesWith = new Map<number, number[]>();
  /** 1 for the tokens of the line that is looked at. */
  readonly #occurs: Uint8Array;

  constructor(lines: readonly Int32Array[], numbers: number) {
    this.#lines = lines;
    this.#occurs = new Uint8Array(numbers);
    lines.forEach((line, index) => {
      for (const id of new Set(line)) {
        const known = this.#linesWith.get(id);
        if (known === undefined) this.#linesWith.set(id, [index]);
        else known.push(index);
      }
    });
  }

  /**
   * 1 for each place of a line on the chosen common subsequence with one of the lines. Only lines that have a token which is
   * not yet on one can add a place, and there are few after the first: rare tokens stand in few lines, common ones are
   * found soon.
   */
  unionOf(line: Int32Array): Uint8Array {
    const union = new Uint8Array(line.length);
    const places = (id: number): readonly number[] => this.#linesWith.get(id) ?? [];
    const rarestFirst = [...new Set(line)].toSorted((a, b) => places(a).length - places(b).length);
    const seen = new Set<number>();
    let open = openIn(line, union);
    for (const id of line) this.#occurs[id] = 1;
    for (const id of rarestFirst) {
      for (const index of places(id)) {
        if (!open.has(id)) break;
        if (seen.has(index)) continue;
        seen.add(index);
        markCommon(line, sharedPattern(this.#lines[index]!, this.#occurs), union);
        open = openIn(line, union);
      }
    }
    for (const id of line) this.#occurs[id] = 0;
    return union;
  }
}

/** The tokens that stand in places which are not marked. */
function openIn(line: Int32Array, marks: Uint8Array): ReadonlySet<number> {
  const open = new Set<number>();
  for (let place = 0; place < line.length; place++) if (marks[place] === 0) open.add(line[place]!);
  return open;
}

/** The tokens of a line that another one has too. */
interface SharedPattern {
  readonly ids: readonly number[];
  /** Whether other tokens stand between this one and the next, or the end. */
  readonly isFollowed: readonly boolean[];
}

function sharedPattern(line: Int32Array, occurs: Uint8Array): SharedPattern {
  const ids: number[] = [];
  const isFollowed: boolean[] = [];
  for (const id of line) {
    if (occurs[id] === 1) {
      ids.push(id);
      isFollowed.push(false);
    } else if (ids.length > 0) {
      isFollowed[ids.length - 1] = true;
    }
  }
  return { ids, isFollowed };
}

/**
 * Walks back as rouge-score does: equal tokens are taken; else a token of the pattern is skipped if skipping one of
 * the text would cost length, else one of the text. A clear bit of a row says that the subsequence is shorter without
 * that token of the text. Where the pattern had tokens that the text lacks, all tokens of the text that cost nothing
 * are skipped; tokens of the text that the pattern lacks never cost anything.
 */
function markCommon(line: Int32Array, { ids, isFollowed }: SharedPattern, marks: Uint8Array): void {
  const wanted = new Set(ids);
  const places: number[] = [];
  line.forEach((id, place) => {
    if (wanted.has(id)) places.push(place);
  });
  const text = Int32Array.from(places, (place) => line[place]!);
  const rows = text.length <= 32 ? shortRows(text, ids) : longRows(text, ids);
  let at = text.length - 1;
  for (let j = ids.length; j > 0 && at >= 0;) {
    const clear = rows(j);
    if (isFollowed[j - 1]) while (at >= 0 && !clear(at)) at--;
    while (at >= 0 && text[at] !== ids[j - 1] && !clear(at)) at--;
    if (at >= 0 && text[at] === ids[j - 1]) marks[places[at--]!] = 1;
    j--;
  }
}

/** Tells for a row whether the bit of a place is clear. */
type Rows = (j: number) => (at: number) => boolean;

function longRows(text: Int32Array, ids: readonly number[]): Rows {
  const local = new Map([...new Set(text)].map((id, index) => [id, index]));
  const toLocal = (id: number): number => local.get(id)!;
  const rows = new BitRows(Int32Array.from(ids, toLocal), text.map(toLocal));
  return (j) => {
    const offset = rows.offsetOf(j);
    return (at) => ((rows.block[offset + (at >>> 5)]! >>> (at & 31)) & 1) === 0;
  };
}

/** The rows of `BitRows` for a text of at most 32 tokens, which most lines are: one word a row. */
function shortRows(text: Int32Array, ids: readonly number[]): Rows {
  const rows = [-1];
  for (const id of ids) {
    let mask = 0;
    for (let at = 0; at < text.length; at++) if (text[at] === id) mask |= 1 << at;
    const row = rows.at(-1)!;
    rows.push((row + (row & mask)) | (row & ~mask));
  }
  return (j) => {
    const row = rows[j]!;
    return (at) => ((row >>> at) & 1) === 0;
  };
}
