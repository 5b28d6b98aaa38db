/** How many columns are summed in one pass over the rows. */
const BLOCK = 8;
/**
 * For every row of whole numbers the sum of its products with a column, for each of several columns. Eight columns go
 * through the rows at a time: reading the rows is what takes the time.
 *
 * @param rows row after row, as many numbers in each as a column has entries
 * @returns for each column a sum for each row
 */
export function rowSums(rows, columns) {
    const sums = [];
    for (let index = 0; index < columns.length; index += BLOCK) {
        const block = columns.slice(index, index + BLOCK);
        sums.push(...blockSums(rows, block));
    }
    return sums;
}
function blockSums(rows, columns) {
    const length = columns[0].length;
    const entries = interleave(columns, length);
    const count = length === 0 ? 0 : rows.length / length;
    const sums = Array.from({ length: BLOCK }, () => new Float64Array(count));
    const [first, second, third, fourth, fifth, sixth, seventh, eighth] = sums;
    for (let index = 0, row = 0; index < count; index++) {
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        let e = 0;
        let f = 0;
        let g = 0;
        let h = 0;
        for (let entry = 0; entry < entries.length; entry += BLOCK) {
            const times = rows[row++];
            a += times * entries[entry];
            b += times * entries[entry + 1];
            c += times * entries[entry + 2];
            d += times * entries[entry + 3];
            e += times * entries[entry + 4];
            f += times * entries[entry + 5];
            g += times * entries[entry + 6];
            h += times * entries[entry + 7];
        }
        first[index] = a;
        second[index] = b;
        third[index] = c;
        fourth[index] = d;
        fifth[index] = e;
        sixth[index] = f;
        seventh[index] = g;
        eighth[index] = h;
    }
    return sums.slice(0, columns.length);
}
/** Entry by entry, one of each column; columns that are not there are 0. */
function interleave(columns, length) {
    const entries = new Float64Array(length * BLOCK);
    columns.forEach((column, place) => column.forEach((value, index) => (entries[index * BLOCK + place] = value)));
    return entries;
}
