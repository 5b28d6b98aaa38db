import type { JsonSchema } from './json-schema.ts';

/** The form that a text has to have: how a program sees it, how an editor does, and what a message says. */
export interface Form {
  /** What the text is, e.g. `the date`. */
  readonly what: string;
  readonly expected: string;
  /** At least all that is right; JSON Schema knows no calendar. */
  readonly schema: JsonSchema;
  readonly isRight: (text: string) => boolean;
  /** How to fix a text that has not the form: the nearest right one, where it can be guessed. */
  readonly fix: (text: string) => string;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DAY_PATTERN = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
// Hours and minutes, seconds and their fraction if known, the zone if known: ISO 8601, extended format.
const TIME_PATTERN = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?(Z|[+-]([01]\\d|2[0-3])(:?[0-5]\\d)?)?';
const TIME = new RegExp(`^${TIME_PATTERN}$`, 'u');

export const DAY: Form = {
  what: 'the date',
  expected: 'a day of the calendar, written year-month-day',
  schema: { type: 'string', pattern: `^${DAY_PATTERN}$` },
  isRight: isCalendarDate,
  fix: (text) => fixDate(text, '2025-07-09'),
};

export const PUBLISHED: Form = {
  what: 'the date',
  expected: '"none", a day of the calendar, or a day and a time in the form of ISO 8601',
  schema: { type: 'string', pattern: `^(none|${DAY_PATTERN}(T${TIME_PATTERN})?)$` },
  isRight: (text) => text === 'none' || isDateOrTime(text),
  fix: (text) => fixDate(text, '2025-07-09 or 2025-07-09T01:10+10:00'),
};

export const WEB_ADDRESS: Form = {
  what: 'the address',
  expected: 'an absolute address that begins with http:// or https://',
  schema: { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]\\S*$' },
  isRight: isWebAddress,
  fix: (text) =>
    isWebAddress(`https://${text}`) && text.includes('.')
      ? `write "https://${text}"`
      : 'write the address of the page as the browser shows it',
};

export const LANGUAGE: Form = {
  what: 'the language',
  expected: 'a language tag as in HTML (BCP 47), e.g. en, pt-BR, zh-Hant',
  schema: { type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
  isRight: isLanguageTag,
  fix(text) {
    const dashed = text.replaceAll('_', '-');
    if (dashed !== text && isLanguageTag(dashed)) return `write "${dashed}"`;
    const code = codeOfLanguage(text);
    return code === undefined
      ? 'write the two-letter code of the language, e.g. en'
      : `did you mean "${code}"?`;
  },
};

export const STATUS: Form = {
  what: 'the status',
  expected: 'a status of HTTP, 100 to 599',
  schema: { type: ['integer', 'string'], minimum: 100, maximum: 599, pattern: '^[1-5]\\d\\d$' },
  isRight: (text) => /^[1-5]\d\d$/u.test(text),
  fix: () => 'write what the server answered, e.g. 200',
};

/** Whether the text is a day of the calendar, written `2025-07-09`. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return Number(month) >= 1 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

/** Whether the text is a day, or a day and a time: `2025-07-09T01:10+10:00`; seconds and zone may be left out. */
export function isDateOrTime(text: string): boolean {
  const [date, time, ...rest] = text.split('T');
  return isCalendarDate(date ?? '') && rest.length === 0 && (time === undefined || TIME.test(time));
}

function fixDate(text: string, example: string): string {
  const withT = text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/u, '$1T').replace(/ +(?=[+-]\d|Z$)/u, '');
  if (withT !== text && isDateOrTime(withT)) return `write "${withT}"`;
  const [, year, month, day] = DATE.exec(text.slice(0, 10)) ?? [];
  const days = daysIn(Number(year), Number(month));
  if (day !== undefined && days > 0 && Number(day) > days) {
    return `${year}-${month} has only ${days} days; look the date up in the page`;
  }
  return `write year, month and day, e.g. ${example}`;
}

/** Days of the month in the Gregorian calendar; 0 when there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether the text is an absolute address of the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/iu.test(text) && !/\s/u.test(text) && URL.canParse(text);
}

/**
 * Whether the text is a well-formed language tag of BCP 47, in any case. A language of four to eight letters is
 * well-formed too, but none is registered: it is the name of a language (`english`).
 */
export function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The two-letter code of a language by its name, in English or in the language itself; undefined where none has it. */
function codeOfLanguage(name: string): string | undefined {
  codesByName ??= nameLanguages();
  return codesByName.get(name.toLowerCase());
}

/** Made when the first name is looked up, because that takes a while. */
let codesByName: ReadonlyMap<string, string> | undefined;

function nameLanguages(): ReadonlyMap<string, string> {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    // Withdrawn codes have the names of those that took their place.
    .filter((code) => Intl.getCanonicalLocales(code)[0] === code);
  const namedIn = (localeOf: (code: string) => string): [string, string][] =>
    codes.flatMap((code) => {
      const names = new Intl.DisplayNames(localeOf(code), { type: 'language', fallback: 'none' });
      const named = names.of(code)?.toLowerCase();
      return named === undefined ? [] : [[named, code]];
    });
  return new Map([...namedIn((code) => code), ...namedIn(() => 'en')]);
}
