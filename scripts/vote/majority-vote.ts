import { lowerBound } from '../../harness/document/lower-bound.ts';
import { textLines } from '../../harness/document/text-lines.ts';
import { Vocabulary, tokenize } from '../../harness/document/tokens.ts';
import type { Tokens } from '../../harness/document/tokens.ts';
import type { Block, Document } from '../../harness/model/document.ts';

/** What it takes to be elected. */
export interface VoteRules {
  /** Tokens that have to stand in a row, at least 1. Default: 5. */
  readonly length?: number;
  /** Share of the voters that has to have them, above 0, at most 1. Default: 0.66. */
  readonly threshold?: number;
}

/**
 * The tokens of a page that enough extractors took, after the majority vote of Bevendorff et al., "An Empirical
 * Comparison of Web Content Extraction Algorithms", SIGIR 2023, with its defaults. An extractor votes for a token if
 * `length` tokens in a row, the token among them, stand so in what it extracted. (The authors' code asks for rows that
 * begin or end with the token, so that of five tokens alone the middle ones go.) Beyond the ends of the page and of an
 * extraction stand tokens of nothing, which are equal: so the first words of a page that an extraction begins with are
 * voted for too.
 *
 * @param answers what each voter extracted; one that failed has no blocks, and so votes for nothing
 * @returns a line a block of the page, without blocks that nobody voted for; between tokens what stands there in the
 *   page. Empty without voters.
 */
export function majorityVote(
  page: Document,
  answers: readonly Document[],
  { length = 5, threshold = 0.66 }: VoteRules = {},
): string {
  const vocabulary = new Vocabulary();
  const tokens = tokenize(page.blocks, vocabulary);
  const grams = gramsOf(tokens, length);
  const ballots = answers.map(({ blocks }) => new Set(gramsOf(tokenize(blocks, vocabulary), length)));
  const votes = ballots.map((ballot) => covered(grams, ballot, length));
  const isElected = Array.from({ length: tokens.length }, (_, index) => {
    const count = votes.filter((vote) => vote[index]).length;
    return count > 0 && count >= threshold * answers.length;
  });
  return page.blocks
    .map((block, index) => electedText(block, index, tokens, isElected))
    .filter((line) => line !== '')
    .join('\n');
}

/** Every `length` tokens in a row, `length - 1` tokens of nothing before the first and behind the last. */
function gramsOf({ ids }: Tokens, length: number): string[] {
  const edge = Array.from({ length: length - 1 }, () => -1);
  const padded = [...edge, ...ids, ...edge];
  const count = ids.length === 0 ? 0 : ids.length + length - 1;
  return Array.from({ length: count }, (_, start) => padded.slice(start, start + length).join(' '));
}

/** For each token whether a gram that holds it is on the ballot; token `i` is in the grams `i` to `i + length - 1`. */
function covered(grams: readonly string[], ballot: ReadonlySet<string>, length: number): boolean[] {
  const hits = grams.map((gram) => ballot.has(gram));
  return hits.slice(length - 1).map((_, token) => hits.slice(token, token + length).includes(true));
}

/** The text of a block from the first elected token of each run to the token behind its last. */
function electedText({ text }: Block, index: number, tokens: Tokens, isElected: readonly boolean[]): string {
  const own = indicesOf(tokens.block, index);
  const pieces = own.map((token, place) => {
    if (isElected[token] !== true) return '\n';
    const start = place === 0 ? 0 : tokens.start[token];
    const next = own[place + 1];
    return text.slice(start, next === undefined ? text.length : tokens.start[next]);
  });
  return textLines(pieces.join('')).join(' ');
}

function indicesOf(blocks: Int32Array, index: number): readonly number[] {
  const first = lowerBound(blocks, index);
  const end = lowerBound(blocks, index + 1);
  return Array.from({ length: end - first }, (_, place) => first + place);
}
