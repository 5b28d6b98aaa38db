import { alignWithGold, countAlignment } from '../../harness/align/alignment.ts';
import type { GoldSequence, TokenRange } from '../../harness/align/alignment.ts';
import { Random } from '../../harness/stats/random.ts';

const TOKENS = 50_000;
const VOCABULARY = 8_000;
/** Of Mandelbrot's law, by which the word of rank r comes up in proportion to 1 / (r + OFFSET), as in English. */
const OFFSET = 2.7;
/** Stretches that come in and go missing, in tokens. */
const STRETCH = 30;

/**
 * How long two texts of 50,000 tokens take to be aligned. The words are made, as frequent as words are; a
 * tenth of the gold is missing, as much has come in, and half of the optional blocks stand at the end.
 */
export function benchAlignment(): void {
  console.log('\nalignment of two texts of 50,000 tokens');
  for (const blocks of [0, 5, 40]) {
    const { extraction, gold } = made(blocks);
    const began = performance.now();
    const counts = countAlignment(alignWithGold(extraction, gold), gold);
    const seconds = (performance.now() - began) / 1000;
    const holds = seconds < 2 ? '' : '; DOES NOT HOLD';
    console.log(
      `  ${blocks} optional blocks: ${seconds.toFixed(2)} s (budget: under 2 s${holds}), ${counts.missing} missing, ${counts.surplus} surplus`,
    );
  }
}

function made(blocks: number): { readonly extraction: Int32Array; readonly gold: GoldSequence } {
  const random = new Random('alignment');
  const share = (): number => random.next() / 2 ** 32;
  const word = (): number =>
    Math.floor((1 + OFFSET) * ((VOCABULARY + OFFSET) / (1 + OFFSET)) ** share() - 1 - OFFSET);
  const ids = new Int32Array(TOKENS).map(word);
  const optional = Array.from({ length: blocks }, (_, number): TokenRange => {
    const start = Math.floor(((number + 0.5) * TOKENS) / blocks);
    return { start, end: start + 10 + random.below(20) };
  });
  const required = new Uint8Array(TOKENS).fill(1);
  for (const { start, end } of optional) required.fill(0, start, end);
  // Each stretch between two optional blocks is one required block.
  const borders = optional.flatMap(({ start, end }) => [start, end]);
  const blockOf = ids.map((_, index) => borders.filter((border) => border <= index).length);
  const extraction: number[] = [];
  const moved: number[] = [];
  for (let index = 0; index < TOKENS;) {
    const found = optional.find(({ start }) => start === index);
    if (found !== undefined && share() < 0.5) {
      moved.push(...ids.subarray(found.start, found.end));
      index = found.end;
      continue;
    }
    if (share() < 0.1 / STRETCH) extraction.push(...Array.from({ length: STRETCH }, word));
    if (share() < 0.1 / STRETCH) index += STRETCH;
    else extraction.push(ids[index++]!);
  }
  return {
    extraction: Int32Array.from([...extraction, ...moved]),
    gold: { ids, required, block: blockOf, optional },
  };
}
