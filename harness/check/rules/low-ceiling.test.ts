import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { lowCeiling } from './low-ceiling.ts';

test('gold that the page does not hold, or in another order, is found', () => {
  const html = '<p>three four</p><p>one two</p>';
  const gold = { body: [{ type: 'block', kind: 'p', optional: false, text: 'one two three four' }] } as const;
  expect(findingsOf(lowCeiling, checked({ html, gold })).map(({ found }) => found)).toEqual([
    'a ceiling of tokens F1 0.667: the page has 2 of 4 required tokens in their order',
  ]);
  const segments = { segments: { with: ['one two', 'two three'], without: [] } };
  expect(findingsOf(lowCeiling, checked({ html, gold: segments })).map(({ found }) => found)).toEqual([
    'a ceiling of segments F1 0.667: the page has 1 of 2 must-appear segments',
  ]);
});

test('gold that can be reached gives nothing', () => {
  const gold = 'body:\n  - p: one two\n  - p: three\n';
  expect(findingsOf(lowCeiling, checked({ html: '<p>one two</p><p>ad</p><p>three</p>', gold }))).toEqual([]);
});
