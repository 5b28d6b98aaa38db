import { bySite } from './columns.ts';
import type { ComparedSystem, ComparisonTable } from './comparison-table.ts';
import { SiteEstimator } from './estimate.ts';
import { sitesApart, standardError, studentise, studentisedInterval } from './interval.ts';
import type { Interval } from './interval.ts';
import { FEWEST_SITES_APART } from './resamples.ts';
import type { Resampling, SiteSamples } from './resamples.ts';

/** A system in a contest: its figure over the contest's pages, and sums that every pair with it needs. */
interface Entrant {
  readonly value: number;
  /** First-order share of each site in the figure's error; they sum to 0. */
  readonly influence: Float64Array;
  /** For every sign flip the signed sum of the influences. */
  readonly flipped: Float64Array;
  /** For every sample of sites the sum of the influences, and of their products with the sites' weights. */
  readonly sampled: Float64Array;
  readonly sampledWeighted: Float64Array;
}

/**
 * A set of pages on which pairs of systems are compared. A site weighs as many pages as it has. The difference δ of a
 * pair is taken as a sum over sites, D = δ · weight + influence of the one − influence of the other, which is exact
 * for plain means, first-order for other figures. So nearly everything is worked out once for each system and what a
 * pair needs are sums of those, and one more pass for the squares of D.
 */
export class Contest {
  readonly pages: number;
  readonly sites: number;
  readonly #siteOf: Int32Array;
  readonly #table: ComparisonTable;
  /** The table's number of each site. */
  readonly #tableSite: Int32Array;
  readonly #resampling: Resampling;
  readonly #entrants = new Map<number, Entrant>();
  /** Share of each site in the pages. */
  readonly #weights: Float64Array;
  readonly #flippedWeights: Float64Array;
  readonly #sampledWeights: Float64Array;
  readonly #sampledSquaredWeights: Float64Array;
  readonly #samples: SiteSamples;

  /** @param shared 1 for each page of the table that belongs to the contest; at least one does */
  constructor(table: ComparisonTable, shared: Uint8Array, resampling: Resampling) {
    this.#table = table;
    this.#resampling = resampling;
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
    this.#samples = resampling.samples(this.sites);
    this.#flippedWeights = this.#flip(this.#weights);
    this.#sampledWeights = this.#sample(this.#weights);
    this.#sampledSquaredWeights = this.#sample(this.#weights.map((weight) => weight * weight));
  }

  difference(first: number, second: number): number {
    return this.#entrant(first).value - this.#entrant(second).value;
  }

  /** Standard error of the difference. */
  error(first: number, second: number): number {
    return standardError(this.#influences(first, second));
  }

  /** Studentised bootstrap by site; nothing where the systems differ on fewer than ten sites. */
  interval(first: number, second: number): Interval | undefined {
    const difference = this.difference(first, second);
    const influences = this.#influences(first, second);
    const error = standardError(influences);
    if (sitesApart(influences, this.#weights) < FEWEST_SITES_APART) return undefined;
    const squares = this.#sample(influences.map((influence) => influence * influence));
    const [one, other] = [this.#entrant(first), this.#entrant(second)];
    const correction = this.sites / (this.sites - 1);
    const ratios = squares.map((square, index) => {
      const weight = this.#sampledWeights[index]!;
      const moved = (one.sampled[index]! - other.sampled[index]!) / weight;
      const cross = one.sampledWeighted[index]! - other.sampledWeighted[index]!;
      const rest = square - 2 * moved * cross + moved * moved * this.#sampledSquaredWeights[index]!;
      return studentise(moved, Math.sqrt(correction * Math.max(0, rest)) / weight);
    });
    const { low, high } = studentisedInterval(difference, error, ratios);
    return { low: Math.max(-1, low), high: Math.min(1, high) };
  }

  /**
   * |Σ ± D| / √ΣD² for the signs as they are and for every flip of them: a monotone function of the t of the flipped
   * differences, whose sum of squares no flip changes. All 0 where the systems do not differ on any site.
   */
  flipped(first: number, second: number): { readonly observed: number; readonly flips: Float64Array } {
    const difference = this.difference(first, second);
    const [one, other] = [this.#entrant(first), this.#entrant(second)];
    let squares = 0;
    for (let site = 0; site < this.sites; site++) {
      const each = difference * this.#weights[site]! + one.influence[site]! - other.influence[site]!;
      squares += each * each;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    const flips = new Float64Array(this.#resampling.count);
    for (let index = 0; index < flips.length; index++) {
      const sum = difference * this.#flippedWeights[index]! + one.flipped[index]! - other.flipped[index]!;
      flips[index] = scale * Math.abs(sum);
    }
    return { observed: scale * Math.abs(difference), flips };
  }

  #entrant(system: number): Entrant {
    const known = this.#entrants.get(system);
    if (known !== undefined) return known;
    const entrant = this.#enter(this.#table.systems[system]!);
    this.#entrants.set(system, entrant);
    return entrant;
  }

  #enter({ columns }: ComparedSystem): Entrant {
    const { value, influence } = new SiteEstimator(bySite(columns, this.#siteOf, this.sites)).whole();
    return {
      value,
      influence,
      flipped: this.#flip(influence),
      sampled: this.#sample(influence),
      sampledWeighted: this.#sample(influence.map((each, site) => each * this.#weights[site]!)),
    };
  }

  #influences(first: number, second: number): Float64Array {
    const other = this.#entrant(second).influence;
    return this.#entrant(first).influence.map((influence, site) => influence - other[site]!);
  }

  /** Sums of a column under every flip; a site has the same signs in every contest of a table. */
  #flip(column: Float64Array): Float64Array {
    const { signs, count, sites } = this.#resampling.flips(this.#table.sites);
    const sums = new Float64Array(count);
    const places = this.#tableSite;
    for (let index = 0; index < count; index++) {
      let sum = 0;
      for (let site = 0; site < column.length; site++)
        sum += signs[index * sites + places[site]!]! * column[site]!;
      sums[index] = sum;
    }
    return sums;
  }

  /** Sums of a column over every sample of sites. */
  #sample(column: Float64Array): Float64Array {
    const { times, count, sites } = this.#samples;
    const sums = new Float64Array(count);
    for (let index = 0, row = 0; index < count; index++, row += sites) {
      let sum = 0;
      for (let site = 0; site < sites; site++) sum += times[row + site]! * column[site]!;
      sums[index] = sum;
    }
    return sums;
  }
}
