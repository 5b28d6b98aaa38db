import { ratioOf, residuals, tangentAt } from "./estimate.js";
/**
 * A figure in samples of its sites. With r the residual of a site, a sample moves a ratio by δ = Σr / Σwhole, and a site's
 * influence there is the slope of the figure times r − δ · whole: what a sample needs are sums of r, of the wholes, and
 * of their products.
 */
export class SampledFigure {
    /** What is to be summed over every sample: an entry for each site. */
    columns;
    #ratios;
    /** Residuals and wholes, of one ratio after the other. */
    #terms;
    /** Each term times itself and those after it. */
    #products;
    /** @param columns entries by site */
    constructor(columns) {
        const present = columns.filter((each) => each !== undefined);
        this.#ratios = present.map(ratioOf);
        this.#terms = present.flatMap((each, index) => [residuals(each, this.#ratios[index]), each.whole]);
        this.#products = this.#terms.flatMap((one, index) => this.#terms.slice(index).map((other) => one.map((entry, site) => entry * other[site])));
        this.columns = [...this.#terms, ...this.#products];
    }
    /**
     * (θ* − θ) / se* of every sample, where se* is √(G / (G − 1) · Σ influence²) over its G sites. Of a sample that does
     * not differ it is 0, of one that differs and in which nothing varies infinite.
     *
     * @param sums of each column, one for each sample
     */
    studentised(sums) {
        const terms = this.#terms.map((column) => sums.get(column));
        const products = this.#products.map((column) => sums.get(column));
        const [first, second] = this.#ratios;
        const sites = this.#terms[0].length;
        const { value } = tangentAt(first, second);
        const factors = new Float64Array(terms.length);
        return Float64Array.from(terms[0], (_, sample) => {
            const one = moved(first, terms[0][sample], terms[1][sample]);
            const other = second && moved(second, terms[2][sample], terms[3][sample]);
            const tangent = tangentAt(one, other);
            factors[0] = tangent.first;
            factors[1] = tangent.first * (first.value - one.value);
            if (other !== undefined) {
                factors[2] = tangent.second;
                factors[3] = tangent.second * (second.value - other.value);
            }
            const squares = Math.max(0, quadraticForm(factors, products, sample));
            return studentise(tangent.value - value, Math.sqrt((sites / (sites - 1)) * squares));
        });
    }
}
/** A difference in standard errors; of no difference 0, whatever its error. */
export function studentise(difference, error) {
    return difference === 0 ? 0 : difference / error;
}
function moved({ value }, residual, whole) {
    return { value: whole === 0 ? 0 : value + residual / whole, whole };
}
/** Σ fᵢ fⱼ pᵢⱼ over all i and j, of which the products hold those with i ≤ j. */
function quadraticForm(factors, products, sample) {
    let sum = 0;
    let place = 0;
    for (let i = 0; i < factors.length; i++) {
        sum += factors[i] * factors[i] * products[place++][sample];
        for (let j = i + 1; j < factors.length; j++) {
            sum += 2 * factors[i] * factors[j] * products[place++][sample];
        }
    }
    return sum;
}
