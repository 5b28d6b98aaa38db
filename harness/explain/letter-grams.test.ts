import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LetterGrams } from './letter-grams.ts';

test('what a text has may be there, what it lacks mostly is not', () => {
  const grams = new LetterGrams(['a lighthouse', 'on a rock']);
  expect(['light', 'house', 'rock', 'ock', '', 'xyz'].map((text) => grams.mayHave(text))).toEqual([true, true, true, true, true, true]); // prettier-ignore
  expect(['harbour', 'rocks', 'houses'].map((text) => grams.mayHave(text))).toEqual([false, false, false]);
  expect(new LetterGrams([]).mayHave('harbour')).toBe(false);
});

test('no part of a text is missed', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.nat(), fc.nat(), (texts, from, length) => {
      const grams = new LetterGrams(texts);
      for (const text of texts)
        expect(grams.mayHave(text.substr(from % (text.length + 1), length))).toBe(true);
    }),
  );
});
