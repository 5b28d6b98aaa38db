import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { LEVEL } from '../chance.ts';
import { ROUNDING } from '../gated.ts';
import type { GatedPage } from '../gated.ts';
import type { Finding, Rule } from '../rule.ts';
import { newTrouble } from './new-failure.ts';

/** A page may not lose more. */
const TOO_MUCH = 0.1;
/** Losses over this are listed. */
const LISTED = 0.01;

/**
 * Pages that lost. A loss of more than 0.10 fails by itself. Losses of more than 0.01 are listed; they fail together if
 * there are more of them than pages that gained as much: if no page gained anything, or if a fair coin falls so unevenly
 * in less than one of four hundred cases (sign test, one-sided). Otherwise every change that only shuffles points would
 * fail half of the time. Unstable pages are left out.
 */
export const pageLoss: Rule = {
  name: 'page-loss',
  description: `a page loses more than ${TOO_MUCH}; or more pages lose than gain more than ${LISTED}, by more than chance explains`,

  judge({ pages }) {
    const stable = pages.filter((page) => !page.isUnstable && page.acknowledged === undefined);
    const lost = stable
      .filter(({ change }) => change < -LISTED - ROUNDING)
      .toSorted((a, b) => a.change - b.change || compareCodeUnits(a.page, b.page));
    const gained = stable.filter(({ change }) => change > LISTED + ROUNDING).length;
    const isOneWay = stable.every(({ change }) => change <= ROUNDING);
    const isUneven = lost.length > gained && (isOneWay || signTest(lost.length, gained) <= LEVEL);
    const losses = lost
      // What failed or came out empty is told already.
      .filter((page) => newTrouble(page) === undefined)
      .map((page) => lossOf(page, isUneven));
    return [...losses, ...(isUneven ? [unevenness(lost.length, gained)] : [])];
  },
};

function lossOf({ page, before, after, change }: GatedPage, isUneven: boolean): Finding {
  const isTooMuch = change < -TOO_MUCH - ROUNDING;
  return {
    rule: pageLoss.name,
    fails: isTooMuch || isUneven,
    page,
    before: before.value!,
    after: after.value!,
    text: isTooMuch ? `lost more than ${TOO_MUCH}` : `lost more than ${LISTED}`,
  };
}

function unevenness(lost: number, gained: number): Finding {
  const text = `${lost} ${lost === 1 ? 'page' : 'pages'} lost more than ${LISTED}, ${gained} gained as much`;
  return { rule: pageLoss.name, fails: true, text };
}

/** The chance that a fair coin falls at least so often to the one side: Σ C(n, k) / 2ⁿ for k ≥ lost, n = lost + gained. */
export function signTest(lost: number, gained: number): number {
  const tosses = lost + gained;
  // C(n, n) / 2ⁿ and then downwards: C(n, k − 1) = C(n, k) · k / (n − k + 1). By logarithms, for 2⁻ⁿ may be too small.
  let term = -tosses * Math.LN2;
  let sum = Math.exp(term);
  for (let k = tosses; k > lost; k--) {
    term += Math.log(k) - Math.log(tosses - k + 1);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
