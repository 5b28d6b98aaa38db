import { isDefined } from '../model/score.ts';
import { figureOnPage, goodness } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { groupBy } from '../util/group-by.ts';
import type { PageYield } from './page-yield.ts';

/** What the extractors of a run have to give each other on one corpus. */
export interface Complementarity {
  readonly corpus: string;
  /** What is counted: tokens, or snippets where gold is snippets. */
  readonly unit: 'tokens' | 'snippets';
  /** In the order of the run; baselines are not among them. */
  readonly extractors: readonly Contribution[];
  /** Every two extractors that share a page. */
  readonly pairs: readonly PairYield[];
}

/** What one extractor has that others may not have. */
export interface Contribution {
  readonly name: string;
  /** Share of required gold that it kept, 0..1, on the pages that it took. */
  readonly kept: number;
  /** Share of required gold that it kept and no other of the run. */
  readonly onlyHere: number;
  /** Its share of the oracle, 0..1: pages on which it is the best; of equally good ones each has an equal part. They add up to 1. */
  readonly oracle: number;
}

/** What two extractors kept on the pages that both took, summed over these pages. */
export interface PairYield {
  readonly first: string;
  readonly second: string;
  readonly pages: number;
  /** Required gold. */
  readonly required: number;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Surplus of the union of the two outputs; what both returned counts once. */
  readonly surplus: number;
  /** Share of the union of the two outputs that is gold, 0..1; 0 where nothing came out. */
  readonly goldShare: number;
}

/** Adds up, page by page, what every two extractors kept. */
export class PairSums {
  readonly #names: readonly string[];
  readonly #sums: Sums[];
  readonly #required: number[];
  readonly #kept: number[];
  readonly #onlyHere: number[];

  constructor(names: readonly string[]) {
    this.#names = names;
    const count = names.length;
    this.#sums = Array.from({ length: (count * (count - 1)) / 2 }, () => ({
      pages: 0,
      required: 0,
      both: 0,
      onlyFirst: 0,
      onlySecond: 0,
      surplus: 0,
    }));
    this.#required = names.map(() => 0);
    this.#kept = names.map(() => 0);
    this.#onlyHere = names.map(() => 0);
  }

  /** @param yields those of one page by extractor; who skipped the page is not among them */
  add(yields: ReadonlyMap<string, PageYield>): void {
    const own = this.#names.map((name) => yields.get(name));
    const keepers = countKeepers(own);
    own.forEach((one, index) => {
      if (one === undefined) return;
      this.#required[index]! += one.kept.length;
      one.kept.forEach((flag, unit) => {
        this.#kept[index]! += flag;
        if (flag === 1 && keepers[unit] === 1) this.#onlyHere[index]!++;
      });
    });
    let at = 0;
    for (let first = 0; first < own.length; first++) {
      for (let second = first + 1; second < own.length; second++, at++) {
        const [one, other] = [own[first], own[second]];
        if (one !== undefined && other !== undefined) addPair(this.#sums[at]!, one, other);
      }
    }
  }

  pairs(): PairYield[] {
    let at = 0;
    const pairs: PairYield[] = [];
    this.#names.forEach((first, index) => {
      for (const second of this.#names.slice(index + 1)) {
        const sums = this.#sums[at++]!;
        if (sums.pages === 0) continue;
        const kept = sums.both + sums.onlyFirst + sums.onlySecond;
        pairs.push({ first, second, ...sums, goldShare: kept === 0 ? 0 : kept / (kept + sums.surplus) });
      }
    });
    return pairs;
  }

  /** @param oracle as `oracleShares` */
  extractors(oracle: ReadonlyMap<string, number>): Contribution[] {
    return this.#names.map((name, index) => {
      const share = (count: number): number =>
        this.#required[index] === 0 ? 0 : count / this.#required[index]!;
      return {
        name,
        kept: share(this.#kept[index]!),
        onlyHere: share(this.#onlyHere[index]!),
        oracle: oracle.get(name) ?? 0,
      };
    });
  }
}

interface Sums {
  pages: number;
  required: number;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  surplus: number;
}

/** For each unit of gold how many kept it. */
function countKeepers(yields: readonly (PageYield | undefined)[]): Int32Array {
  const keepers = new Int32Array(yields.find((each) => each !== undefined)?.kept.length ?? 0);
  for (const each of yields) each?.kept.forEach((flag, unit) => (keepers[unit]! += flag));
  return keepers;
}

function addPair(sums: Sums, one: PageYield, other: PageYield): void {
  sums.pages++;
  sums.required += one.kept.length;
  for (let unit = 0; unit < one.kept.length; unit++) {
    const [here, there] = [one.kept[unit]!, other.kept[unit]!];
    sums.both += here & there;
    sums.onlyFirst += here & ~there;
    sums.onlySecond += there & ~here;
  }
  sums.surplus += one.surplus.length + other.surplus.length - inCommon(one.surplus, other.surplus);
}

/** How many numbers of two ascending rows are the same, one for one. */
function inCommon(one: Int32Array, other: Int32Array): number {
  let [at, beside, count] = [0, 0, 0];
  while (at < one.length && beside < other.length) {
    const difference = one[at]! - other[beside]!;
    if (difference === 0) count++;
    if (difference <= 0) at++;
    if (difference >= 0) beside++;
  }
  return count;
}

/**
 * The share of the oracle that each extractor is: pages on which it has the best headline figure, divided among equally
 * good ones. Pages on which nobody has a figure do not count.
 *
 * @param lines of extractors that are no baselines, on one corpus
 */
export function oracleShares(lines: readonly JournalLine[], metric: Metric): Map<string, number> {
  const pages = groupBy(
    lines.toSorted((a, b) => compareCodeUnits(a.page, b.page)),
    ({ page }) => page,
  );
  const best = [...pages.values()].map((own) => bestOn(own, metric)).filter((names) => names.length > 0);
  const shares = new Map<string, number>();
  for (const names of best) {
    for (const name of names) shares.set(name, (shares.get(name) ?? 0) + 1 / names.length / best.length);
  }
  return shares;
}

/** Who has the best headline figure on a page; nobody where nobody has one. */
function bestOn(lines: readonly JournalLine[], metric: Metric): string[] {
  const figures = lines.flatMap((line) => {
    const score = line.status === 'skipped' ? undefined : line.metrics[metric.name];
    const figure = score && figureOnPage(score, metric, metric.headline);
    return isDefined(figure) ? [{ extractor: line.extractor, goodness: goodness(figure, metric) }] : [];
  });
  const most = Math.max(...figures.map((each) => each.goodness));
  return figures.filter((each) => each.goodness === most).map(({ extractor }) => extractor);
}
