/** A glob that matches the text alone. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!+@|]/gu, String.raw`\$&`);
}
