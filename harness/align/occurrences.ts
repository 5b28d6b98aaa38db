/** Where a sequence stands in another one, overlapping places too, ascending (Knuth, Morris, Pratt). An empty sequence stands nowhere. */
export function occurrences(sequence: Int32Array, text: Int32Array): number[] {
  const length = sequence.length;
  if (length === 0 || length > text.length) return [];
  const border = new Int32Array(length + 1);
  for (let at = 1, matched = 0; at < length; at++) {
    while (matched > 0 && sequence[at] !== sequence[matched]) matched = border[matched]!;
    if (sequence[at] === sequence[matched]) matched++;
    border[at + 1] = matched;
  }
  const places: number[] = [];
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched > 0 && (matched === length || text[at] !== sequence[matched])) matched = border[matched]!;
    if (text[at] === sequence[matched]) matched++;
    if (matched === length) places.push(at - length + 1);
  }
  return places;
}
