import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../model/extraction.ts';
import type { GoldMetadata } from '../../model/gold.ts';
import { POLICIES } from '../../model/policy.ts';
import type { Metric } from '../metric.ts';
import { PreparedGold } from '../prepared-gold.ts';
import { ScoringInput } from '../scoring-input.ts';
import { authors } from './authors.ts';
import { goldOf, page } from './fixtures/pages.ts';
import { language } from './language.ts';
import { published } from './published.ts';
import { publisher, title } from './text-fields.ts';
import { METRICS } from './register.ts';

function figures(metric: Metric, metadata: GoldMetadata, returned: Extraction | undefined): unknown {
  return metric.scorePage(page(goldOf(['a'], { metadata }), returned)).figures;
}

describe('title', () => {
  test.each<[string, string, Extraction | undefined, number, number]>([
    ['the same', 'Big News', { title: 'Big News' }, 1, 1],
    ['case, white space and invisible characters aside', 'Big News', { title: ' BIG\n n\u00adews ' }, 1, 1],
    ['with the name of the site', 'Big News', { title: 'Big News | Wire' }, 0, 0.8],
    ['punctuation differs: other than gold, the same tokens', 'Big News', { title: 'Big News!' }, 0, 1],
    ['a word twice counts once', 'Big News', { title: 'big big' }, 0, 0.5],
    ['Japanese: characters are tokens', '橋が開通', { title: '橋が開いた' }, 0, 6 / 9],
    ['another', 'Big News', { title: 'Weather' }, 0, 0],
    ['none returned', 'Big News', {}, 0, 0],
    ['no token in either', '…', { title: '...' }, 1, 1],
    ['failed', 'Big News', undefined, 0, 0],
  ])('%s', (_name, gold, returned, exact, f1) => {
    expect(figures(title, { title: gold }, returned)).toEqual({ exact, f1 });
  });
});

test('publisher is compared as a title is', () => {
  expect(figures(publisher, { publisher: 'Example Wire' }, { publisher: 'example wire news' })).toEqual({
    exact: 0,
    f1: 0.8,
  });
});

describe('authors', () => {
  test.each<[string, string[], Extraction | undefined, number, number]>([
    ['the same in another order', ['Ana B', 'Cy D'], { authors: ['CY  D', 'ana b'] }, 1, 1],
    ['one of two', ['Ana B', 'Cy D'], { authors: ['Ana B'] }, 0, 2 / 3],
    ['one too many', ['Ana B'], { authors: ['Ana B', 'Staff'] }, 0, 2 / 3],
    ['one name twice is one', ['Ana B'], { authors: ['Ana B', 'ANA B'] }, 1, 1],
    ['others', ['Ana B'], { authors: ['Cy D'] }, 0, 0],
    ['none returned', ['Ana B'], {}, 0, 0],
    ['there is none, none returned', [], {}, 1, 1],
    ['there is none, an empty list', [], { authors: [] }, 1, 1],
    ['there is none, one returned', [], { authors: ['Staff'] }, 0, 0],
    ['there is none, failed', [], undefined, 0, 0],
  ])('%s', (_name, gold, returned, exact, f1) => {
    expect(figures(authors, { authors: gold }, returned)).toEqual({ exact, f1 });
  });
});

describe('published', () => {
  test.each<[string, string, string | undefined, number]>([
    ['the same instant', '2025-07-09T01:10:00+10:00', '2025-07-08T15:10:00Z', 1],
    ['the same instant without colons', '2025-07-09T01:10:00+10:00', '20250709T011000+1000', 1],
    ['fractions of a second', '2025-07-09T01:10:00Z', '2025-07-09 01:10:00.000+00:00', 1],
    ['west of Greenwich', '2025-07-09T01:10:00Z', '2025-07-08T20:40:00-04:30', 1],
    ['another instant', '2025-07-09T01:10:00+10:00', '2025-07-09T01:10:00Z', 0],
    ['one side without a time: the day as written', '2025-07-09T01:10:00+10:00', '2025-07-09', 1],
    ['one side without a time: not the day in UTC', '2025-07-09T01:10:00+10:00', '2025-07-08', 0],
    ['gold without a time', '2025-07-09', '2025-07-09T23:59:59-11:00', 1],
    ['both without a time', '2025-07-09', '2025/07/09', 1],
    ['one without a zone: as written', '2025-07-09T01:10:00+10:00', '2025-07-09T01:10', 1],
    ['one without a zone: another time', '2025-07-09T01:10:00+10:00', '2025-07-09T01:11', 0],
    ['no ISO date', '2025-07-09', 'July 9, 2025', 0],
    ['no day of any calendar', '2025-07-09T01:10:00Z', '2025-13-41T01:10:00Z', 0],
    ['none returned', '2025-07-09', undefined, 0],
    ['there is none', 'none', undefined, 1],
    ['there is none, an empty text', 'none', '  ', 1],
    ['there is none, one returned', 'none', '2025-07-09', 0],
  ])('%s', (_name, gold, date, exact) => {
    const returned = date === undefined ? {} : { published: date };
    expect(figures(published, { published: gold }, returned)).toEqual({ exact });
  });

  test('a failed extraction is never right', () => {
    expect(figures(published, { published: 'none' }, undefined)).toEqual({ exact: 0 });
  });
});

describe('language', () => {
  test.each<[string, string, Extraction | undefined, number, number]>([
    ['the same, written otherwise', 'en-GB', { language: 'EN_gb' }, 1, 1],
    ['another variant', 'en-GB', { language: 'en' }, 0, 1],
    ['another language', 'en', { language: 'eng' }, 0, 0],
    ['none returned', 'en', {}, 0, 0],
    ['failed', 'en', undefined, 0, 0],
  ])('%s', (_name, gold, returned, exact, primary) => {
    const labelled = goldOf(['a'], { about: { traits: [], language: gold } });
    expect(language.scorePage(page(labelled, returned)).figures).toEqual({ exact, primary });
  });
});

describe('gold that is not labelled', () => {
  const namesOf = (metadata: GoldMetadata): string[] =>
    Object.keys(
      new ScoringInput(new PreparedGold(goldOf(['a'], { metadata }), POLICIES.article), { text: 'a' }).scores(
        METRICS,
      ),
    );

  test('leaves the metric out on that page', () => {
    const fields = new Set(['title', 'authors', 'published', 'publisher', 'language']);
    expect(namesOf({}).filter((name) => fields.has(name))).toEqual([]);
    expect(namesOf({})).toContain('tokens');
    expect(namesOf({}).includes('segments')).toBe(false);
  });

  test('is not the same as gold that there is none', () => {
    expect(namesOf({ authors: [], published: 'none' })).toEqual(
      expect.arrayContaining(['authors', 'published']),
    );
  });
});
