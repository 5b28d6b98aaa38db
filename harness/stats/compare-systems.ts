import type { PairedTest } from '../model/paired-comparison.ts';
import type { Comparison, ComparisonTable } from './comparison-table.ts';
import { Contest } from './contest.ts';
import type { Pair } from './contest.ts';
import { FEWEST_SITES } from './interval.ts';
import type { Interval } from './interval.ts';
import type { SignFlips } from './sign-flips.ts';

/** Standard errors that a difference needs to be found with a power of 80 % at 5 %: 1.96 + 0.84. */
const DETECTABLE_ERRORS = 2.8;
/** Sums in another order differ in the last digits; flips that come this close are as extreme. */
const ROUNDING = 1e-9;

/**
 * Compares every two systems of a table, each pair on the pages that count for both: difference, interval, wins, and
 * sign-flip permutation tests by site. The same flips serve all pairs, so that the largest statistic of each flip
 * corrects for their number (single-step max-T, Westfall and Young 1993). p = (1 + flips as extreme) / (1 + flips).
 * Interval and test count one unseen page that speaks against what the others say (`Contest`). Pairs come in the order of
 * the systems; a pair that shares no page has no comparison, one that shares fewer than 20 sites has no test.
 */
export function compareSystems(table: ComparisonTable, flips: SignFlips): Comparison[] {
  const contests = new Contests(table, flips);
  const pairs = pairsOf(table.systems.length).flatMap(([first, second]) => {
    const contest = contests.of(first, second);
    return contest === undefined ? [] : [{ first, second, contest, ...outcomes(table, first, second) }];
  });
  const tested = pairs.filter(({ contest }) => contest.sites >= FEWEST_SITES);
  const largest = new Float64Array(flips.count);
  const alone = new Map(
    tested.map((pair) => {
      const { observed, flips: under } = pair.contest.flipped(pair);
      let extreme = 0;
      for (let index = 0; index < under.length; index++) {
        const flip = under[index]!;
        if (isAsExtreme(flip, observed)) extreme++;
        if (flip > largest[index]!) largest[index] = flip;
      }
      return [pair, { observed, p: (1 + extreme) / (1 + under.length) }];
    }),
  );
  largest.sort();
  return pairs.map((pair): Comparison => {
    const { first, second, contest, wins, ties, losses } = pair;
    const { pages, sites } = contest;
    const difference = contest.difference(pair);
    const common = { first, second, pages, sites, difference, wins, ties, losses };
    const single = alone.get(pair);
    if (single === undefined) return common;
    const adjusted = (1 + countAsExtreme(largest, single.observed)) / (1 + largest.length);
    const interval = contest.interval(pair);
    return { ...common, test: { interval, p: single.p, adjusted, ...reach(pair) } };
  });
}

/** The interval of the difference of two systems of a table, as `compareSystems` gives it; undefined under 20 shared sites. No lots are drawn. */
export function intervalOf(table: ComparisonTable, pair: Pair, flips: SignFlips): Interval | undefined {
  const contest = new Contests(table, flips).of(pair.first, pair.second);
  return contest === undefined || contest.sites < FEWEST_SITES ? undefined : contest.interval(pair);
}

/** A pair and the pages on which it is compared. */
type Contested = Pair & { readonly contest: Contest };

function isAsExtreme(flip: number, observed: number): boolean {
  return flip >= observed * (1 - ROUNDING);
}

/** How many of ascending values are as extreme as one. */
function countAsExtreme(ascending: Float64Array, observed: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAsExtreme(ascending[middle]!, observed)) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}

/** What these pages can tell of a pair, and what it would take at least to tell more: neither other pairs nor the unseen page are in it. */
function reach(pair: Contested): Pick<PairedTest, 'detectable' | 'morePages'> {
  const { contest } = pair;
  const detectable = DETECTABLE_ERRORS * contest.error(pair);
  const difference = contest.difference(pair);
  if (difference === 0) return { detectable };
  const needed = Math.ceil(contest.pages * (detectable / difference) * (detectable / difference));
  return { detectable, morePages: Math.max(0, needed - contest.pages) };
}

/** Contests by the pages that two systems share: one for all, where all were scored on the same pages. */
class Contests {
  readonly #table: ComparisonTable;
  readonly #flips: SignFlips;
  readonly #known = new Map<string, Contest>();
  readonly #pagesOf: readonly string[];

  constructor(table: ComparisonTable, flips: SignFlips) {
    this.#table = table;
    this.#flips = flips;
    this.#pagesOf = table.systems.map(({ counts }) => counts.join(''));
  }

  of(first: number, second: number): Contest | undefined {
    const { systems } = this.#table;
    const isSame = this.#pagesOf[first] === this.#pagesOf[second];
    const shared = isSame
      ? systems[first]!.counts
      : systems[first]!.counts.map((flag, page) => flag & systems[second]!.counts[page]!);
    if (!shared.includes(1)) return undefined;
    const key = isSame ? this.#pagesOf[first]! : shared.join('');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = new Contest(this.#table, shared, this.#flips);
    this.#known.set(key, made);
    return made;
  }
}

function pairsOf(count: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) pairs.push([first, second]);
  }
  return pairs;
}

/** Page by page; pages on which one of the two has no figure are no outcome. */
function outcomes(
  { systems }: ComparisonTable,
  first: number,
  second: number,
): Pick<Comparison, 'wins' | 'ties' | 'losses'> {
  const [one, other] = [systems[first]!, systems[second]!];
  let [wins, ties, losses] = [0, 0, 0];
  for (let page = 0; page < one.values.length; page++) {
    if (one.counts[page] === 0 || other.counts[page] === 0) continue;
    const difference = one.values[page]! - other.values[page]!;
    if (difference > 0) wins++;
    else if (difference < 0) losses++;
    else if (difference === 0) ties++;
  }
  return { wins, ties, losses };
}
