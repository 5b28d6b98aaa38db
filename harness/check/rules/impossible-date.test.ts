import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { impossibleDate } from './impossible-date.ts';

const dated = (captured: string, published: string, on = '2026-01-10') =>
  checked({
    gold: `captured: ${captured}\nlabelled: { by: kd, on: ${on} }\npublished: ${published}\nbody: []\n`,
  });

test.each([
  [
    '2025-07-09',
    '2025-07-11',
    'published',
    'published "2025-07-11", after 2025-07-09, when the page was there already',
  ],
  [
    '2026-02-01',
    '2025-07-09',
    'captured',
    'captured "2026-02-01", after 2026-01-10, when the page was labelled or checked',
  ],
  ['1989-02-01', 'none', 'captured', 'captured "1989-02-01", before there were web pages'],
])('captured %s, published %s', (captured, published, section, found) => {
  expect(findingsOf(impossibleDate, dated(captured, published))).toMatchObject([{ path: section, found }]);
});

test('a date of a dataset that is none, or in the future, is found', () => {
  const found = (published: string) =>
    findingsOf(impossibleDate, checked({ gold: { metadata: { published } } })).map((each) => each.found);
  expect(found('2022-29-11')).toEqual(['published "2022-29-11", which is no date of ISO 8601']);
  expect(found('2026-11-24')).toEqual([
    'published "2026-11-24", after 2026-11-22, when the page was there already',
  ]);
  expect(found('2026-11-23')).toEqual([]);
});

test('a date in the future is found, and is no limit for the others', () => {
  const found = (captured: string, published: string, on: string) =>
    findingsOf(impossibleDate, dated(captured, published, on)).map((each) => [each.path, each.found]);
  const labelled = ['labelled.on', 'labelled on "2099-11-22", after 2026-11-22, the day of this check'];
  expect(found('2025-07-09', 'none', '2099-11-22')).toEqual([labelled]);
  expect(found('2098-07-09', '2097-07-09', '2099-11-22')).toEqual([
    ['published', 'published "2097-07-09", after 2026-11-22, when the page was there already'],
    ['captured', 'captured "2098-07-09", after 2026-11-22, when the page was labelled or checked'],
    labelled,
  ]);
  expect(found('2026-11-23', '2026-11-23', '2026-11-23')).toEqual([]);
  expect(found('2026-11-23', 'none', '2026-11-24')).toEqual([
    ['labelled.on', 'labelled on "2026-11-24", after 2026-11-22, the day of this check'],
  ]);
});

test('dates in their order give nothing; a day between zones is none', () => {
  expect(findingsOf(impossibleDate, dated('2025-07-09', '2025-07-10T01:10+10:00'))).toEqual([]);
  expect(findingsOf(impossibleDate, dated('2025-07-09', '1912-04-15'))).toEqual([]);
  expect(findingsOf(impossibleDate, dated('2025-07-09', 'none'))).toEqual([]);
});
