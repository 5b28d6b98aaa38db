import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { unwantedSegmentInGold } from './unwanted-segment-in-gold.ts';

const body = [
  { type: 'block', kind: 'p', optional: false, text: 'One may borrow them.' },
  { type: 'boilerplate', category: 'promo', text: 'Subscribe' },
  { type: 'block', kind: 'ul', optional: false, items: ['Ladders'] },
] as const;

test('an unwanted segment of the gold text is found', () => {
  const segments = { with: [], without: ['may borrow', 'Subscribe'] };
  expect(
    findingsOf(unwantedSegmentInGold, checked({ gold: { body, segments } })).map(({ found }) => found),
  ).toEqual(['the segment "may borrow", which must not appear and is in the gold text']);
});

test('segments of what is not gold give nothing', () => {
  const segments = { with: ['may borrow'], without: ['Subscribe'] };
  expect(findingsOf(unwantedSegmentInGold, checked({ gold: { body, segments } }))).toEqual([]);
  expect(findingsOf(unwantedSegmentInGold, checked({ gold: { segments } }))).toEqual([]);
});
