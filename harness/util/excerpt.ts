const LONGEST = 48;

/** A text as messages quote it: on one line, in double quotes, cut behind 47 characters where it is longer than 48. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return `"${line}"`;
  // Not between the halves of a surrogate pair.
  return `"${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…"`;
}
