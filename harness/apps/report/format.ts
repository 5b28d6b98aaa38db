/** Stands where there is no figure. */
export const NO_VALUE = '–';

export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? NO_VALUE : value.toFixed(3);
}

/** With its sign. */
export function signed(value: number | undefined): string {
  return value === undefined ? NO_VALUE : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

/** In groups of three. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ',');
}

export function counted(value: number, singular: string): string {
  return `${count(value)} ${singular}${value === 1 ? '' : 's'}`;
}

export function milliseconds(value: number | undefined): string {
  if (value === undefined) return NO_VALUE;
  return value >= 100 ? count(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
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
    ? `${text.slice(0, longest).toWellFormed()}… (${count(text.length)} characters)`
    : text;
}
