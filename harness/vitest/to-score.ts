import type { ExtractorAnswer } from '../extract/define-extractor.ts';
import type { Policy } from '../model/policy.ts';
import type { LeastFigures } from './least.ts';
import { Scored } from './scored.ts';
import type { GoldToMeet } from './scored.ts';

/**
 * The matcher `toScore`: an extraction, or what `extract` answers, has at least some figures against gold. With a page and
 * its gold (`await corpus.read(…)`) a failure also says of which class everything is that costs points.
 *
 * ```ts
 * expect(await extractor.extract(input, {})).toScore(gold, { f1: 0.95 });
 * ```
 *
 * @throws AssayError for a figure that no metric has, and for an answer that is no extraction
 */
export function toScore(
  received: ExtractorAnswer | null,
  gold: GoldToMeet,
  least: LeastFigures,
  { policy }: { readonly policy?: Policy } = {},
): { readonly pass: boolean; message(): string } {
  const scored = new Scored(gold, received, least, policy);
  const short = scored.shortfalls;
  const wanted = Object.entries(least).map(([key, value]) => `${key} below ${value}`);
  return {
    pass: short.length === 0,
    message: () =>
      short.length === 0
        ? `the extraction reaches all figures; expected ${wanted.join(' or ')}`
        : `${short.join('\n')}\n\n${scored.explain('extraction', 'gold')}`,
  };
}
