import { Random } from "./random.js";
/** How many resamples, and sign flips, everything rests on unless somebody says otherwise. */
export const RESAMPLES = 10_000;
/** Below this number of sites nothing is said of chance: there are no intervals, tests or ranks. */
export const FEWEST_SITES = 20;
/** Where fewer sites than this differ from all the others there are no intervals: most of chance is not in the sample. */
export const FEWEST_SITES_APART = 10;
/**
 * Hands out samples and flips, the same for the same seed and number of sites, whoever asks and in whatever order.
 * They are made once.
 */
export class Resampling {
    count;
    #seed;
    #samples = new Map();
    #flips = new Map();
    constructor(seed, count = RESAMPLES) {
        this.#seed = seed;
        this.count = count;
    }
    samples(sites) {
        const known = this.#samples.get(sites);
        if (known !== undefined)
            return known;
        const random = new Random(`${this.#seed} samples`);
        const times = new Uint16Array(this.count * sites);
        for (let row = 0; row < times.length; row += sites) {
            for (let pick = 0; pick < sites; pick++)
                times[row + random.below(sites)]++;
        }
        const made = { sites, count: this.count, times };
        this.#samples.set(sites, made);
        return made;
    }
    flips(sites) {
        const known = this.#flips.get(sites);
        if (known !== undefined)
            return known;
        const random = new Random(`${this.#seed} flips`);
        const signs = new Int8Array(this.count * sites);
        let bits = 0;
        for (let index = 0; index < signs.length; index++) {
            if (index % 32 === 0)
                bits = random.next();
            signs[index] = (bits & 1) === 0 ? 1 : -1;
            bits >>>= 1;
        }
        const made = { sites, count: this.count, signs };
        this.#flips.set(sites, made);
        return made;
    }
}
