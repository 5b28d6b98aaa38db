/** Longest quotation of a text in a message, in UTF-16 code units. */
const LONGEST_QUOTE = 40;

/** Names a value of unknown type in a message: `a number (42)`, `an array`, `the text "abc…"`. Never throws. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'string':
      return `the text ${quote(value)}`;
    case 'object':
      if (value === null) return 'null';
      return isArray(value) ? 'an array' : 'an object';
    case 'number':
    case 'bigint':
    case 'boolean':
      return `a ${typeof value} (${value})`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
  }
}

/** A text in double quotes and on one line, cut where it is long. */
function quote(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(cut.toWellFormed());
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy, which throws at every touch.
    return false;
  }
}
