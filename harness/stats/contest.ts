import { bySite } from './columns.ts';
import type { ComparedSystem, ComparisonTable } from './comparison-table.ts';
import { estimate } from './estimate.ts';
import { standardError } from './interval.ts';
import type { Interval } from './interval.ts';
import type { SignFlips } from './sign-flips.ts';
import { studentPoint } from './student.ts';

/** A system in a contest: its figure over the contest's pages, and sums that every pair with it needs. */
interface Entrant {
  readonly value: number;
  /** First-order share of each site in the figure's error; they sum to 0. */
  readonly influence: Float64Array;
}

/** Two systems, by their index in the table. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/**
 * A set of pages on which pairs of systems are compared. A site weighs as many pages as it has. The difference δ of a
 * pair is a sum over sites, D = δ · weight + influence of the one − influence of the other, which is exact for plain
 * means, first-order for other figures. So nearly everything is computed once for each system, and a pair needs sums of
 * that.
 *
 * Interval and test count one unseen page, on a site of its own, that speaks as strongly as can be against what the
 * others say: D = ∓1 / pages there.
 */
export class Contest {
  readonly pages: number;
  readonly sites: number;
  readonly #siteOf: Int32Array;
  readonly #table: ComparisonTable;
  /** The table's number of each site. */
  readonly #tableSite: Int32Array;
  readonly #flips: SignFlips;
  readonly #entrants = new Map<number, Entrant>();
  /** For every sign flip the signed sum of the influences of a system, by its index; made where a pair is tested. */
  readonly #flippedInfluences = new Map<number, Float64Array>();
  /** Share of each site in the pages. */
  readonly #weights: Float64Array;
  #flippedWeights: Float64Array | undefined;

  /** @param shared 1 for each page of the table that belongs to the contest; at least one does */
  constructor(table: ComparisonTable, shared: Uint8Array, flips: SignFlips) {
    this.#table = table;
    this.#flips = flips;
    const numbers = new Map<number, number>();
    this.#siteOf = Int32Array.from(shared, (flag, page) => {
      if (flag === 0) return -1;
      const site = table.siteOf[page]!;
      if (!numbers.has(site)) numbers.set(site, numbers.size);
      return numbers.get(site)!;
    });
    this.sites = numbers.size;
    this.#tableSite = Int32Array.from(numbers.keys());
    this.pages = shared.reduce((sum, flag) => sum + flag, 0);
    this.#weights = new Float64Array(this.sites);
    for (const site of this.#siteOf) if (site >= 0) this.#weights[site]! += 1 / this.pages;
  }

  difference({ first, second }: Pair): number {
    return this.#entrant(first).value - this.#entrant(second).value;
  }

  /** Standard error of the difference, the unseen page left out. */
  error(pair: Pair): number {
    const difference = this.difference(pair);
    return standardError(this.#parts(pair).map((part, site) => part - difference * this.#weights[site]!));
  }

  /** The 95 % interval of the difference, within −1..1: Student's t over sites, with one unseen page. */
  interval(pair: Pair): Interval {
    const difference = this.difference(pair);
    const parts = this.#parts(pair);
    const page = 1 / this.pages;
    const reach = studentPoint(this.sites);
    const end = (sign: -1 | 1): number => {
      const mean = (difference + sign * page) / (1 + page);
      const influence = new Float64Array(this.sites + 1);
      parts.forEach((part, site) => (influence[site] = part - mean * this.#weights[site]!));
      influence[this.sites] = sign * page - mean * page;
      return mean + (sign * reach * standardError(influence)) / (1 + page);
    };
    return { low: Math.max(-1, end(-1)), high: Math.min(1, end(1)) };
  }

  /**
   * |Σ ± D| / √ΣD², the unseen page among the D, for the signs as they are and for every flip of them: a monotone
   * function of the t of the flipped differences, whose sum of squares no flip changes. The observed one is 0 where the
   * unseen page outweighs all others.
   */
  flipped(pair: Pair): { readonly observed: number; readonly flips: Float64Array } {
    const difference = this.difference(pair);
    const [one, other] = [this.#flippedInfluence(pair.first), this.#flippedInfluence(pair.second)];
    const weights = (this.#flippedWeights ??= this.#flip(this.#weights));
    const page = 1 / this.pages;
    const against = difference < 0 ? page : -page;
    const scale = 1 / Math.sqrt(this.#parts(pair).reduce((sum, part) => sum + part * part, page * page));
    const { signs, places } = this.#signs();
    const flips = new Float64Array(this.#flips.count);
    for (let index = 0; index < flips.length; index++) {
      const unseen = against * signs[index * places + places - 1]!;
      const seen = difference * weights[index]! + one[index]! - other[index]!;
      flips[index] = scale * Math.abs(seen + unseen);
    }
    return { observed: scale * Math.max(0, Math.abs(difference) - page), flips };
  }

  /** D of every site. */
  #parts({ first, second }: Pair): Float64Array {
    const [one, other] = [this.#entrant(first), this.#entrant(second)];
    const difference = one.value - other.value;
    return this.#weights.map(
      (weight, site) => difference * weight + one.influence[site]! - other.influence[site]!,
    );
  }

  #entrant(system: number): Entrant {
    const known = this.#entrants.get(system);
    if (known !== undefined) return known;
    const entrant = this.#enter(this.#table.systems[system]!);
    this.#entrants.set(system, entrant);
    return entrant;
  }

  #enter({ columns }: ComparedSystem): Entrant {
    return estimate(bySite(columns, this.#siteOf, this.sites));
  }

  #flippedInfluence(system: number): Float64Array {
    const known = this.#flippedInfluences.get(system);
    if (known !== undefined) return known;
    const flipped = this.#flip(this.#entrant(system).influence);
    this.#flippedInfluences.set(system, flipped);
    return flipped;
  }

  /** One sign for each site of the table, and one for the unseen page. */
  #signs(): { readonly signs: Int8Array; readonly places: number } {
    return this.#flips.of(this.#table.sites + 1);
  }

  /** Sums of a column under every flip; a site has the same signs in every contest of a table. */
  #flip(column: Float64Array): Float64Array {
    const { signs, places } = this.#signs();
    const spread = new Float64Array(places);
    column.forEach((value, site) => (spread[this.#tableSite[site]!] = value));
    return rowSums(signs, spread);
  }
}

/**
 * For every row of signs the sum of its products with a column.
 *
 * @param rows row after row, as many signs in each as the column has entries
 */
function rowSums(rows: Int8Array, column: Float64Array): Float64Array {
  const sums = new Float64Array(column.length === 0 ? 0 : rows.length / column.length);
  let place = 0;
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let entry = 0; entry < column.length; entry++) sum += rows[place++]! * column[entry]!;
    sums[row] = sum;
  }
  return sums;
}
