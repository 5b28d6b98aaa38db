import { NO_VALUE, formatCount } from '../../report/format.ts';

export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? NO_VALUE : value.toFixed(3);
}

const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text of a page or an extractor on one line, without what changes the direction of what stands beside it. */
export function plain(text: string): string {
  return text.replace(CONTROLS, ' ');
}

/** The same, with its line breaks. */
export function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** A long text, with how long it is. */
export function cut(text: string, longest: number): string {
  return text.length > longest
    ? `${text.slice(0, longest).toWellFormed()}… (${formatCount(text.length)} characters)`
    : text;
}
