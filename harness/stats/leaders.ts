import type { Comparison } from './comparison-table.ts';
import { isSignificant } from './ranks.ts';

/** What ranks and tests support about who is first. Systems are indices. */
export type Leaders =
  /** Everybody is worse than somebody else. */
  | { readonly status: 'nobody' }
  /** Nobody is better than any of these, and they are not told apart. */
  | { readonly status: 'several'; readonly first: readonly number[] }
  /** Nobody is better than this one, and it is not told apart from those in `open`, which somebody else is better than. */
  | { readonly status: 'unbeaten'; readonly first: number; readonly open: readonly number[] }
  /** This one is better than everybody else who is ranked. */
  | { readonly status: 'leader'; readonly first: number };

/** Two systems, by index, and the test of them. */
type TestedPair = Pick<Comparison, 'first' | 'second' | 'test'>;

/**
 * Who is first. A single first rank is no lead yet: another system may be worse than a third one and not told apart from
 * the first.
 *
 * @param ranks by system, as `ranksOf`
 * @returns undefined where nobody is ranked
 */
export function leadersOf(
  ranks: readonly (number | undefined)[],
  pairs: readonly TestedPair[],
): Leaders | undefined {
  const ranked = [...ranks.keys()].filter((system) => ranks[system] !== undefined);
  if (ranked.length === 0) return undefined;
  const [first, ...others] = ranked.filter((system) => ranks[system] === 1);
  if (first === undefined) return { status: 'nobody' };
  if (others.length > 0) return { status: 'several', first: [first, ...others] };
  const open = ranked.filter((system) => system !== first && !areApart(pairs, first, system));
  return open.length > 0 ? { status: 'unbeaten', first, open } : { status: 'leader', first };
}

/** Whether one of two systems is significantly better. Two that share too few sites are not told apart. */
export function areApart(pairs: readonly TestedPair[], one: number, other: number): boolean {
  const pair = pairOf(pairs, one, other);
  return pair !== undefined && isSignificant(pair);
}

/** The pair of two systems, whichever of them is its first. */
export function pairOf<Pair extends TestedPair>(
  pairs: readonly Pair[],
  one: number,
  other: number,
): Pair | undefined {
  return pairs.find(
    ({ first, second }) => (first === one && second === other) || (first === other && second === one),
  );
}
