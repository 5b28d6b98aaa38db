import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { contradictingSegments } from './contradicting-segments.ts';

test('an unwanted segment inside a wanted one is found', () => {
  const segments = { with: ['Sign the petition today'], without: ['the  petition', 'Sign in'] };
  expect(
    findingsOf(contradictingSegments, checked({ gold: { segments } })).map(({ found }) => found),
  ).toEqual(['the segment "the petition", which must not appear, in "Sign the petition today", which must']);
});

test('a wanted segment inside an unwanted one gives nothing: an extraction can have it alone', () => {
  const segments = { with: ['the petition'], without: ['Sign the petition today'] };
  expect(findingsOf(contradictingSegments, checked({ gold: { segments } }))).toEqual([]);
});
