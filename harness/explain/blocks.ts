import { pairBlocks } from '../score/block-pairs.ts';
import { isSameKind } from '../score/metrics/structure.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { BlockExplanation } from './explanation.ts';

/** The required blocks that did not come out as blocks of their kind, in the order of gold: what `structure` counts. */
export function explainBlocks(input: ScoringInput): BlockExplanation[] {
  const { pairs, lost } = pairBlocks(input);
  const { blocks } = input.gold.document;
  const unpaired = lost.map(({ index, fault }) => ({ index, fault }));
  const changed = pairs
    .filter(({ gold, extracted }) => gold.kind !== extracted.kind)
    .map((pair) => ({ pair, fault: isSameKind(pair) ? ('level' as const) : ('kind' as const) }))
    .filter(({ pair, fault }) => fault === 'kind' || /^h[1-6]$/u.test(pair.extracted.kind))
    .map(({ pair: { index, extracted }, fault }) => ({ index, fault, cameOutAs: extracted.kind }));
  return [...unpaired, ...changed]
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, ...rest }) => ({ gold: blocks[index]!.path, kind: blocks[index]!.kind, ...rest }));
}
