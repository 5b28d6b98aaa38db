import { expect, test } from 'vitest';
import { Resemblances } from './resemblances.ts';

const words = (from: number, to: number, prefix = 'w'): string =>
  Array.from({ length: to - from }, (_, index) => `${prefix}${from + index}`).join(' ');

test('a text resembles itself wholly, whatever its case and punctuation', () => {
  const resemblances = new Resemblances(0.8);
  expect(resemblances.add('a', words(0, 100))).toEqual([]);
  expect(resemblances.add('b', words(0, 100, 'W').replaceAll(' ', ', '))).toEqual([{ id: 'a', share: 1 }]);
});

test('the share is near the resemblance of the sets of stretches', () => {
  // 1000 words have 996 stretches of five; 900 words of them have 896, all of which are common: 896 / 996.
  const resemblances = new Resemblances(0);
  resemblances.add('a', words(0, 1000));
  const [{ share } = { share: 0 }] = resemblances.add('b', words(100, 1000));
  expect(Math.abs(share - 896 / 996)).toBeLessThan(0.1);
});

test('texts below the threshold, of other words and too short are not told', () => {
  const resemblances = new Resemblances(0.8);
  resemblances.add('a', words(0, 200));
  expect(resemblances.add('b', words(100, 300))).toEqual([]);
  expect(resemblances.add('c', words(0, 200, 'x'))).toEqual([]);
  resemblances.add('d', words(0, 10, 'y'));
  expect(resemblances.add('e', words(0, 10, 'y'))).toEqual([]);
});
