import { describe, expect, test } from 'vitest';
import { didYouMean, unknownName } from './did-you-mean.ts';

const KEYS = ['language', 'captured', 'title', 'body', 'p', 'ul', 'ol', 'nav'];

describe('didYouMean', () => {
  test.each([
    ['langauge', 'language'],
    ['Language', 'language'],
    ['capturd', 'captured'],
    ['tilte', 'title'],
    ['boddy', 'body'],
    ['boyd', 'body'],
    ['pp', 'p'],
    ['navv', 'nav'],
  ])('takes %s for %s', (word, meant) => {
    expect(didYouMean(word, KEYS)).toBe(meant);
  });

  test.each(['x', '', 'cat', 'author', 'longitude'])('takes %j for nothing', (word) => {
    expect(didYouMean(word, KEYS)).toBeUndefined();
  });

  test('the first of equally near words wins', () => {
    expect(didYouMean('sl', ['ul', 'ol'])).toBe('ul');
    expect(didYouMean('sl', ['ol', 'ul'])).toBe('ol');
  });

  test('nothing is near when nothing is known', () => {
    expect(didYouMean('title', [])).toBeUndefined();
  });
});

test('a name that nobody knows is told with the nearest one, and with all', () => {
  expect(unknownName('colour', 'rde', ['red', 'blue'])).toBe(
    'unknown colour "rde": did you mean "red"? Known are red, blue',
  );
  expect(unknownName('colour', 'mauve', ['red', 'blue'])).toBe('unknown colour "mauve"; known are red, blue');
});
