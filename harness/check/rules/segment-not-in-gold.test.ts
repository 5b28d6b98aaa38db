import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { segmentNotInGold } from './segment-not-in-gold.ts';

const body = [
  { type: 'block', kind: 'p', optional: false, text: 'One may borrow them.' },
  { type: 'boilerplate', category: 'promo', text: 'Subscribe' },
  { type: 'block', kind: 'ul', optional: false, items: ['Ladders'] },
] as const;

test('a wanted segment that the gold text does not have is found', () => {
  const segments = { with: ['borrow', 'Subscribe', 'ladders'], without: [] };
  expect(
    findingsOf(segmentNotInGold, checked({ gold: { body, segments } })).map(({ found }) => found),
  ).toEqual([
    'the segment "Subscribe", which must appear and is not in the gold text',
    'the segment "ladders", which must appear and is in the gold text in other case only',
  ]);
});

test('segments of the gold text give nothing; nor do segments without gold text', () => {
  expect(
    findingsOf(
      segmentNotInGold,
      checked({ gold: { body, segments: { with: ['them. Ladders'], without: [] } } }),
    ),
  ).toEqual([]);
  expect(findingsOf(segmentNotInGold, checked({ gold: { segments: { with: ['x'], without: [] } } }))).toEqual(
    [],
  );
});
