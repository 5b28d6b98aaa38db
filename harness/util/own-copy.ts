/** The same string, which does not keep a longer one in memory that it was cut out of. */
export function ownCopy(text: string): string {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what was a string is one again
  return JSON.parse(JSON.stringify(text)) as string;
}
