import { Random } from './random.ts';

/** How many resamples, and sign flips, everything rests on unless somebody says otherwise. */
export const RESAMPLES = 10_000;

/** Below this number of sites nothing is said of chance: there are no intervals, tests or ranks. */
export const FEWEST_SITES = 20;

/** Where fewer sites than this differ from all the others there are no intervals: most of chance is not in the sample. */
export const FEWEST_SITES_APART = 10;

/** Samples of sites with replacement. */
export interface SiteSamples {
  readonly sites: number;
  readonly count: number;
  /** Row after row, how often each site is in the sample; every row sums to `sites`. */
  readonly times: Uint16Array;
}

/** Signs of sites. */
export interface SiteFlips {
  readonly sites: number;
  readonly count: number;
  /** Row after row, +1 or −1 for each site. */
  readonly signs: Int8Array;
}

/**
 * Hands out samples and flips, the same for the same seed and number of sites, whoever asks and in whatever order.
 * They are made once.
 */
export class Resampling {
  readonly count: number;
  readonly #seed: string;
  readonly #samples = new Map<number, SiteSamples>();
  readonly #flips = new Map<number, SiteFlips>();

  constructor(seed: string, count: number = RESAMPLES) {
    this.#seed = seed;
    this.count = count;
  }

  samples(sites: number): SiteSamples {
    const known = this.#samples.get(sites);
    if (known !== undefined) return known;
    const random = new Random(`${this.#seed} samples`);
    const times = new Uint16Array(this.count * sites);
    for (let row = 0; row < times.length; row += sites) {
      for (let pick = 0; pick < sites; pick++) times[row + random.below(sites)]!++;
    }
    const made = { sites, count: this.count, times };
    this.#samples.set(sites, made);
    return made;
  }

  flips(sites: number): SiteFlips {
    const known = this.#flips.get(sites);
    if (known !== undefined) return known;
    const random = new Random(`${this.#seed} flips`);
    const signs = new Int8Array(this.count * sites);
    let bits = 0;
    for (let index = 0; index < signs.length; index++) {
      if (index % 32 === 0) bits = random.next();
      signs[index] = (bits & 1) === 0 ? 1 : -1;
      bits >>>= 1;
    }
    const made = { sites, count: this.count, signs };
    this.#flips.set(sites, made);
    return made;
  }
}
