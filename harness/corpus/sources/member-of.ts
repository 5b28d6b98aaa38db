/**
 * A JSON map with one of its members alone, whose value is a map: parsing all of a large file takes longer than all else that
 * one page needs. The key is to stand nowhere but there. Undefined where it cannot be cut out; then the whole has to be parsed.
 */
export function memberOf(json: Buffer, key: string): Buffer | undefined {
  const name = Buffer.from(JSON.stringify(key));
  const at = json.indexOf(name);
  // A second one may be a member of something else.
  if (at < 0 || json.includes(name, at + name.length)) return undefined;
  let start = skipSpace(json, at + name.length);
  if (json[start] !== COLON) return undefined;
  start = skipSpace(json, start + 1);
  const end = json[start] === OPEN ? endOfMap(json, start) : undefined;
  if (end === undefined) return undefined;
  return Buffer.concat([
    Buffer.from('{'),
    name,
    Buffer.from(':'),
    json.subarray(start, end),
    Buffer.from('}'),
  ]);
}

function skipSpace(json: Buffer, from: number): number {
  let at = from;
  while (SPACE.has(json[at]!)) at++;
  return at;
}

/** Behind the bracket that closes the map; undefined where none does. */
function endOfMap(json: Buffer, start: number): number | undefined {
  let levels = 0;
  for (let at = start; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at);
    else if (byte === OPEN) levels++;
    else if (byte === CLOSE && --levels === 0) return at + 1;
  }
  return undefined;
}

/** The quote that ends a text. */
function endOfText(json: Buffer, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

const [QUOTE, BACKSLASH, COLON, OPEN, CLOSE] = [0x22, 0x5c, 0x3a, 0x7b, 0x7d];
/** Space, tab, line feed, carriage return. */
const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
