import type { GoldSequence, TokenRange } from '../../harness/align/alignment.ts';
import { Random } from '../../harness/stats/random.ts';

/** Of Mandelbrot's law, by which the word of rank r comes up in proportion to 1 / (r + OFFSET), as in English. */
const OFFSET = 2.7;
/** Stretches that come in and go missing, in tokens. */
const STRETCH = 30;

/** Two texts as the aligner gets them. */
export interface MadeTexts {
  readonly extraction: Int32Array;
  readonly gold: GoldSequence;
}

export interface MadeSettings {
  /** Tokens of gold. */
  readonly length: number;
  /** Share of gold that is missing, and of what came in beside it; 1: the texts have nothing but words in common. */
  readonly difference: number;
  /** Different words. */
  readonly vocabulary: number;
  /** Optional blocks in gold; half of them stand at the end of the extraction. Default: none. */
  readonly optional?: number;
}

/** Texts of words that are as frequent as words are. The same settings give the same texts. */
export function madeTexts({ length, difference, vocabulary, optional: blocks = 0 }: MadeSettings): MadeTexts {
  const random = new Random('alignment');
  const share = (): number => random.next() / 2 ** 32;
  const word = (): number =>
    Math.floor((1 + OFFSET) * ((vocabulary + OFFSET) / (1 + OFFSET)) ** share() - 1 - OFFSET);
  const ids = new Int32Array(length).map(word);
  const optional = Array.from({ length: blocks }, (_, number): TokenRange => {
    const start = Math.floor(((number + 0.5) * length) / blocks);
    return { start, end: start + 10 + random.below(20) };
  });
  const required = new Uint8Array(length).fill(1);
  for (const { start, end } of optional) required.fill(0, start, end);
  // Each stretch between two optional blocks is one required block.
  const borders = optional.flatMap(({ start, end }) => [start, end]);
  const block = ids.map((_, index) => borders.filter((border) => border <= index).length);
  const gold = { ids, required, block, optional };
  if (difference === 1) return { extraction: new Int32Array(length).map(word), gold };
  const extraction: number[] = [];
  const moved: number[] = [];
  for (let index = 0; index < length;) {
    const found = optional.find(({ start }) => start === index);
    if (found !== undefined && share() < 0.5) {
      moved.push(...ids.subarray(found.start, found.end));
      index = found.end;
      continue;
    }
    if (share() < difference / STRETCH) extraction.push(...Array.from({ length: STRETCH }, word));
    if (share() < difference / STRETCH) index += STRETCH;
    else extraction.push(ids[index++]!);
  }
  return { extraction: Int32Array.from([...extraction, ...moved]), gold };
}
