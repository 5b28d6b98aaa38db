import { rowSums } from "./row-sums.js";
/**
 * Sums of columns over every sample of sites. To go through the samples is what takes the time: columns go together,
 * and of those with the same entries only one.
 *
 * @param columns an entry for each site; the numbers of sites may differ
 * @returns for each column its sums, one for each sample
 */
export function sampleSums(columns, resampling) {
    const different = new Map(columns.map((column) => [entriesOf(column), column]));
    const sums = new Map();
    for (const sites of new Set(columns.map(({ length }) => length))) {
        const together = [...different].filter(([, { length }]) => length === sites);
        const { times } = resampling.samples(sites);
        const summed = rowSums(times, together.map(([, column]) => column));
        together.forEach(([entries], index) => sums.set(entries, summed[index]));
    }
    return new Map(columns.map((column) => [column, sums.get(entriesOf(column))]));
}
/** The same for columns with the same entries. */
function entriesOf({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
