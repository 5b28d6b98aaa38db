/** Text of pages and extractors as a terminal may have it: it is not trusted, and control characters could rewrite the screen. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ');
}
