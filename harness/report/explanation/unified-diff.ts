import { createTwoFilesPatch } from 'diff/lib/patch/create.js';
import { Fate } from '../../align/alignment.ts';
import type { ScoringInput } from '../../score/scoring-input.ts';
import { printable } from '../../util/printable.ts';
import { asideLines, headingLines, missingLine, surplusLine } from './page-text.ts';
import type { PageHeading } from './page-text.ts';

/** Lines that differ beyond so many are not compared: such texts have little in common, and it would take long. */
const MOST_EDITS = 4000;

/**
 * The explanation of a page for a file or a pipe: scores, verdict and reasons, then a unified diff of gold and extraction,
 * a block a line. What stands before it is no part of the diff and is skipped by `patch`.
 */
export function unifiedDiff(heading: PageHeading, input: ScoringInput): string {
  const { explanation, page, extractor } = heading;
  const reasons = [...explanation.missing.map(missingLine), ...explanation.surplus.map(surplusLine)].map(
    (line) => `  ${line}`,
  );
  const lines = [...headingLines(heading), ...reasons, ...asideLines(explanation, (text) => text)];
  if (explanation.counts === undefined) return lines.join('\n');
  const patch: string | undefined = createTwoFilesPatch(
    `gold/${page}`,
    `${extractor}/${page}`,
    goldLines(input),
    blockLines(input.document.blocks),
    undefined,
    undefined,
    { context: 1, maxEditLength: MOST_EDITS },
  );
  return [...lines, '', patch?.trimEnd() ?? 'the two texts have too little in common for a diff'].join('\n');
}

/** Gold as lines: what is required, and the optional blocks that came out. */
function goldLines({ gold, alignment }: ScoringInput): string {
  const cameOut = new Set<number>();
  alignment.goldOf.forEach((index, token) => {
    if (index >= 0 && alignment.fate[token] === Fate.CLAIMED) cameOut.add(gold.tokens.block[index]!);
  });
  return blockLines(
    gold.document.blocks.filter(({ role }, block) => role === 'required' || cameOut.has(block)),
  );
}

function blockLines(blocks: readonly { readonly text: string }[]): string {
  return blocks.map(({ text }) => `${printable(text.replace(/\s+/gu, ' '))}\n`).join('');
}
