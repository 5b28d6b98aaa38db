import type { Rule } from '../rule.ts';
import { isSlower } from '../speed.ts';

/** An extractor takes longer than what it is compared with; where the configuration asks for it. */
export const speed: Rule = {
  name: 'speed',
  description:
    'an extractor takes longer for a page than what gate.speed names, by more than it allows and noise explains',

  judge(gated, { speedOf }) {
    const measured = speedOf?.(gated);
    if (measured === undefined) return [];
    const { ratio, low, high, limit, quadruples, against } = measured;
    const range = `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
    const text = `takes ${ratio.toFixed(2)} ${range} times as long as ${against}, over ${quadruples} comparisons; allowed are ${limit.toFixed(2)}`;
    return [{ rule: speed.name, fails: isSlower(measured), text }];
  },
};
