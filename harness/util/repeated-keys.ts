/** A key that stands in a map for a second time. */
export interface RepeatedKey {
  readonly key: string;
  /** Where it stands, in UTF-16 code units from the start of the text. */
  readonly at: number;
  /** Where it stood before. */
  readonly before: number;
}

/**
 * The keys of JSON that stand in one map more than once, in their order: `JSON.parse` keeps the last value and says
 * nothing of the others. The text must be JSON.
 */
export function repeatedKeys(json: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  /** The keys of every map that is open with their places; undefined for a list. */
  const open: (Map<string, number> | undefined)[] = [];
  let isKey = false;
  const signs = /["{}[\],:]/g;
  for (let sign = signs.exec(json); sign !== null; sign = signs.exec(json)) {
    const at = sign.index;
    switch (sign[0]) {
      case '"': {
        signs.lastIndex = endOfText(json, at);
        const keys = open.at(-1);
        if (!isKey || keys === undefined) break;
        const key = String(JSON.parse(json.slice(at, signs.lastIndex)));
        const before = keys.get(key);
        if (before !== undefined) found.push({ key, at, before });
        keys.set(key, at);
        break;
      }
      case '{':
      case '[':
        open.push(sign[0] === '{' ? new Map() : undefined);
        isKey = true;
        break;
      case '}':
      case ']':
        open.pop();
        break;
      default:
        isKey = sign[0] === ',';
    }
  }
  return found;
}

/** Behind the quotation mark that closes the text which begins here. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}
