import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { repeatedSegment } from './repeated-segment.ts';

test('a segment that is listed twice is found', () => {
  const segments = { with: ['One', 'Two'], without: ['Main menu', 'Mainmenu'] };
  expect(findingsOf(repeatedSegment, checked({ gold: { segments } })).map(({ found }) => found)).toEqual([
    'the segment "Mainmenu" a second time',
  ]);
});

test('different segments give nothing', () => {
  const segments = { with: ['One', 'one'], without: ['Menu'] };
  expect(findingsOf(repeatedSegment, checked({ gold: { segments } }))).toEqual([]);
});
