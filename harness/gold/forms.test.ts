import { describe, expect, test } from 'vitest';
import { DAY, LANGUAGE, isCalendarDate, isDateOrTime, isLanguageTag } from './forms.ts';

describe('isCalendarDate', () => {
  test.each(['2025-07-09', '2024-02-29', '2000-02-29', '0001-01-01'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each(['2025-02-29', '1900-02-29', '2025-04-31', '2025-00-10', '2025-13-10', '2025-01-00'])(
    '%s is not in the calendar',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );

  test.each(['', '2025', '2025-7-9', '20250709', '09.07.2025', '2025-07-09T01:10', ' 2025-07-09'])(
    '%j is not written as one',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );
});

describe('isDateOrTime', () => {
  test.each(['2025-07-09', '2025-07-09T00:00', '2025-07-09T23:59:59', '2025-07-09T01:10:00.5Z'])(
    '%s is one',
    (text) => {
      expect(isDateOrTime(text)).toBe(true);
    },
  );

  test.each(['2025-07-09T01:10+10:00', '2025-07-09T01:10-0330', '2025-07-09T01:10+10'])(
    'the zone of %s is one',
    (text) => {
      expect(isDateOrTime(text)).toBe(true);
    },
  );

  test.each(['2025-07-09T', '2025-07-09T24:00', '2025-07-09T1:10', '2025-07-09T01:60', '2025-07-09T01:10T'])(
    '%s is none',
    (text) => {
      expect(isDateOrTime(text)).toBe(false);
    },
  );
});

describe('how to fix a date', () => {
  test.each([
    ['2025-07-09 01:10', 'write "2025-07-09T01:10"'],
    ['2025-07-09 01:10 +02:00', 'write "2025-07-09T01:10+02:00"'],
    ['2025-02-30', '2025-02 has only 28 days; look the date up in the page'],
    ['9 July 2025', 'write year, month and day, e.g. 2025-07-09'],
    ['2025-13-01', 'write year, month and day, e.g. 2025-07-09'],
  ])('%s: %s', (text, fix) => {
    expect(DAY.fix(text)).toBe(fix);
  });
});

describe('isLanguageTag', () => {
  test.each(['en', 'EN', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'ast', 'nds-DE', 'sl-rozaj'])(
    '%s is one',
    (text) => {
      expect(isLanguageTag(text)).toBe(true);
      expect(text).toMatch(new RegExp(LANGUAGE.schema['pattern'] as string, 'u'));
    },
  );

  test.each(['english', 'Deutsch', 'germ-DE', 'e', '', 'en_US', 'en-', 'en GB', 'x-klingon'])(
    '%j is none',
    (text) => {
      expect(isLanguageTag(text)).toBe(false);
    },
  );
});

describe('how to fix a language', () => {
  test.each([
    ['en_US', 'write "en-US"'],
    ['english', 'did you mean "en"?'],
    ['Deutsch', 'did you mean "de"?'],
    ['русский', 'did you mean "ru"?'],
    ['Yiddish', 'did you mean "yi"?'],
    ['klingon-like', 'write the two-letter code of the language, e.g. en'],
    ['', 'write the two-letter code of the language, e.g. en'],
  ])('%j: %s', (text, fix) => {
    expect(LANGUAGE.fix(text)).toBe(fix);
  });
});
