import { bySite } from "./columns.js";
import { estimate } from "./estimate.js";
import { sitesApart, standardError, studentisedInterval } from "./interval.js";
import { FEWEST_SITES_APART } from "./resamples.js";
import { rowSums } from "./row-sums.js";
import { studentise } from "./sampled-figure.js";
/**
 * A set of pages on which pairs of systems are compared. A site weighs as many pages as it has. The difference δ of a
 * pair is taken as a sum over sites, D = δ · weight + influence of the one − influence of the other, which is exact
 * for plain means, first-order for other figures. So nearly everything is worked out once for each system and what a
 * pair needs are sums of those, and one more pass for the squares of D.
 */
export class Contest {
    pages;
    sites;
    #siteOf;
    #table;
    /** The table's number of each site. */
    #tableSite;
    #resampling;
    #entrants = new Map();
    /** Share of each site in the pages. */
    #weights;
    #flippedWeights;
    #sampledWeights;
    #sampledSquaredWeights;
    /** @param shared 1 for each page of the table that belongs to the contest; at least one does */
    constructor(table, shared, resampling) {
        this.#table = table;
        this.#resampling = resampling;
        const numbers = new Map();
        this.#siteOf = Int32Array.from(shared, (flag, page) => {
            if (flag === 0)
                return -1;
            const site = table.siteOf[page];
            if (!numbers.has(site))
                numbers.set(site, numbers.size);
            return numbers.get(site);
        });
        this.sites = numbers.size;
        this.#tableSite = Int32Array.from(numbers.keys());
        this.pages = shared.reduce((sum, flag) => sum + flag, 0);
        this.#weights = new Float64Array(this.sites);
        for (const site of this.#siteOf)
            if (site >= 0)
                this.#weights[site] += 1 / this.pages;
        const [flipped] = this.#flip([this.#weights]);
        this.#flippedWeights = flipped;
        const [sampled, squared] = this.#sample([this.#weights, this.#weights.map((weight) => weight * weight)]);
        this.#sampledWeights = sampled;
        this.#sampledSquaredWeights = squared;
    }
    difference({ first, second }) {
        return this.#entrant(first).value - this.#entrant(second).value;
    }
    /** Standard error of the difference. */
    error(pair) {
        return standardError(this.#influences(pair));
    }
    /**
     * The 95 % interval of each pair's difference: studentised bootstrap by site; nothing for a pair that differs on
     * fewer than ten sites.
     */
    intervals(pairs) {
        const influences = pairs.map((pair) => this.#influences(pair));
        const squares = this.#sample(influences.map((each) => each.map((influence) => influence * influence)));
        return pairs.map((pair, index) => {
            if (sitesApart(influences[index], this.#weights) < FEWEST_SITES_APART)
                return undefined;
            return this.#interval(pair, standardError(influences[index]), squares[index]);
        });
    }
    #interval(pair, error, squares) {
        const [one, other] = [this.#entrant(pair.first), this.#entrant(pair.second)];
        const correction = this.sites / (this.sites - 1);
        const ratios = new Float64Array(squares.length);
        for (let index = 0; index < squares.length; index++) {
            const weight = this.#sampledWeights[index];
            const moved = (one.sampled[index] - other.sampled[index]) / weight;
            const cross = one.sampledWeighted[index] - other.sampledWeighted[index];
            const rest = squares[index] - 2 * moved * cross + moved * moved * this.#sampledSquaredWeights[index];
            ratios[index] = studentise(moved, Math.sqrt(correction * Math.max(0, rest)) / weight);
        }
        const { low, high } = studentisedInterval(this.difference(pair), error, ratios);
        return { low: Math.max(-1, low), high: Math.min(1, high) };
    }
    /**
     * |Σ ± D| / √ΣD² for the signs as they are and for every flip of them: a monotone function of the t of the flipped
     * differences, whose sum of squares no flip changes. All 0 where the systems do not differ on any site.
     */
    flipped(pair) {
        const difference = this.difference(pair);
        const [one, other] = [this.#entrant(pair.first), this.#entrant(pair.second)];
        let squares = 0;
        for (let site = 0; site < this.sites; site++) {
            const each = difference * this.#weights[site] + one.influence[site] - other.influence[site];
            squares += each * each;
        }
        const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
        const flips = new Float64Array(this.#resampling.count);
        for (let index = 0; index < flips.length; index++) {
            const sum = difference * this.#flippedWeights[index] + one.flipped[index] - other.flipped[index];
            flips[index] = scale * Math.abs(sum);
        }
        return { observed: scale * Math.abs(difference), flips };
    }
    #entrant(system) {
        const known = this.#entrants.get(system);
        if (known !== undefined)
            return known;
        const entrant = this.#enter(this.#table.systems[system]);
        this.#entrants.set(system, entrant);
        return entrant;
    }
    #enter({ columns }) {
        const { value, influence } = estimate(bySite(columns, this.#siteOf, this.sites));
        const weighted = influence.map((each, site) => each * this.#weights[site]);
        const [flipped] = this.#flip([influence]);
        const [sampled, sampledWeighted] = this.#sample([influence, weighted]);
        return { value, influence, flipped: flipped, sampled: sampled, sampledWeighted: sampledWeighted };
    }
    #influences({ first, second }) {
        const other = this.#entrant(second).influence;
        return this.#entrant(first).influence.map((influence, site) => influence - other[site]);
    }
    /** Sums of columns under every flip; a site has the same signs in every contest of a table. */
    #flip(columns) {
        const { signs, sites } = this.#resampling.flips(this.#table.sites);
        const places = this.#tableSite;
        const spread = columns.map((column) => {
            const whole = new Float64Array(sites);
            column.forEach((value, site) => (whole[places[site]] = value));
            return whole;
        });
        return rowSums(signs, spread);
    }
    /** Sums of columns over every sample of sites. */
    #sample(columns) {
        return rowSums(this.#resampling.samples(this.sites).times, columns);
    }
}
