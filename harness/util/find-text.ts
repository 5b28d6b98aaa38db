/** From this length on a search by the engine may compare as often as both lengths multiplied: minutes for megabytes of one letter. */
const LONG = 2 ** 13;

/** `inside.indexOf(text, from)`, in time linear in both texts. */
export function findText(text: string, inside: string, from = 0): number {
  if (text.length < LONG) return inside.indexOf(text, from);
  return placesOfLong(text, inside, from, 1)[0] ?? -1;
}

/** `inside.includes(text)`, in time linear in both texts. */
export function holdsText(inside: string, text: string): boolean {
  return findText(text, inside) >= 0;
}

/**
 * Where a text begins in another one, ascending, also where it overlaps itself; no more than `most` places. In time linear
 * in both texts and in `most`.
 */
export function placesOf(text: string, inside: string, most: number): number[] {
  if (text.length >= LONG) return placesOfLong(text, inside, 0, most);
  const places: number[] = [];
  for (let at = inside.indexOf(text); at >= 0 && places.length < most; at = inside.indexOf(text, at + 1)) {
    places.push(at);
  }
  return places;
}

/** The same from a place on, in one go over both texts (Knuth, Morris, Pratt). */
function placesOfLong(text: string, inside: string, from: number, most: number): number[] {
  // For each beginning of the text, how much of it is its end, too.
  const borders = new Int32Array(text.length);
  let matched = 0;
  for (let at = 1; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== text.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (text.charCodeAt(at) === text.charCodeAt(matched)) matched++;
    borders[at] = matched;
  }
  const places: number[] = [];
  matched = 0;
  for (let at = from; at < inside.length && places.length < most; at++) {
    while (matched > 0 && inside.charCodeAt(at) !== text.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (inside.charCodeAt(at) === text.charCodeAt(matched)) matched++;
    if (matched < text.length) continue;
    places.push(at - matched + 1);
    matched = borders[matched - 1]!;
  }
  return places;
}
