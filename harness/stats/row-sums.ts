/**
 * For every row of signs the sum of its products with a column.
 *
 * @param rows row after row, as many signs in each as the column has entries
 */
export function rowSums(rows: Int8Array, column: Float64Array): Float64Array {
  const sums = new Float64Array(column.length === 0 ? 0 : rows.length / column.length);
  let place = 0;
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let entry = 0; entry < column.length; entry++) sum += rows[place++]! * column[entry]!;
    sums[row] = sum;
  }
  return sums;
}
