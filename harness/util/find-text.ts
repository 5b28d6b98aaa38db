/** From this length on a search by the engine may compare as often as both lengths multiplied: minutes for megabytes of one letter. */
const LONG = 2 ** 13;

/** `inside.indexOf(text, from)`, in time linear in both texts. */
export function findText(text: string, inside: string, from = 0): number {
  if (text.length < LONG) return inside.indexOf(text, from);
  // Knuth, Morris and Pratt: how much of the beginning of the text is its end, too, for each beginning of it.
  const borders = new Int32Array(text.length);
  let matched = 0;
  for (let at = 1; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== text.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (text.charCodeAt(at) === text.charCodeAt(matched)) matched++;
    borders[at] = matched;
  }
  matched = 0;
  for (let at = from; at < inside.length; at++) {
    while (matched > 0 && inside.charCodeAt(at) !== text.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (inside.charCodeAt(at) === text.charCodeAt(matched)) matched++;
    if (matched === text.length) return at - matched + 1;
  }
  return -1;
}

/** `inside.includes(text)`, in time linear in both texts. */
export function holdsText(inside: string, text: string): boolean {
  return findText(text, inside) >= 0;
}
