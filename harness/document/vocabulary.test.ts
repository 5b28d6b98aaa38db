import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

test('a word has one number, wherever it stands', () => {
  const vocabulary = new Vocabulary();
  expect(['cat', 'Cat', 'cat'].map((word) => vocabulary.idOf(word))).toEqual([0, 1, 0]);
  expect(vocabulary.idOfPart('the Cat sat', 4, 7)).toBe(1);
  expect([vocabulary.find('sat'), vocabulary.size, vocabulary.wordOf(1)]).toEqual([undefined, 2, 'Cat']);
});

test('a vocabulary that continues another one shares its numbers, and adds its own', () => {
  const gold = new Vocabulary();
  gold.idOf('a');
  const [page, extraction] = [new Vocabulary(gold), new Vocabulary(gold)];
  expect([page.idOf('b'), page.idOf('a'), extraction.idOf('c')]).toEqual([1, 0, 1]);
  expect([gold.size, page.wordOf(0), page.wordOf(1)]).toEqual([1, 'a', 'b']);
  expect(extraction.sharedWith(page)).toBe(1);
  expect(new Vocabulary(page).sharedWith(page)).toBe(2);
  expect(new Vocabulary().sharedWith(page)).toBe(0);
});

test('numbers are those of the order in which words come, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 500 }), (words) => {
      const vocabulary = new Vocabulary();
      const different = [...new Set(words)];
      expect(words.map((word) => vocabulary.idOf(word))).toEqual(
        words.map((word) => different.indexOf(word)),
      );
      expect(different.map((_, id) => vocabulary.wordOf(id))).toEqual(different);
    }),
  );
});
