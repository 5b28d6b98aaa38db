import type { TokenRange } from '../align/alignment.ts';
import type { Tokens } from '../document/tokens.ts';
import type { Block } from '../model/document.ts';

/** The text from the first token of a range to the last, with a line feed between blocks. */
export function textBetween(
  blocks: readonly Pick<Block, 'text'>[],
  tokens: Tokens,
  { start, end }: TokenRange,
): string {
  const [first, last] = [tokens.block[start]!, tokens.block[end - 1]!];
  if (first === last) return blocks[first]!.text.slice(tokens.start[start], tokens.end[end - 1]);
  const between = blocks.slice(first + 1, last).map(({ text }) => text);
  const head = blocks[first]!.text.slice(tokens.start[start]);
  return [head, ...between, blocks[last]!.text.slice(0, tokens.end[end - 1])].join('\n');
}
