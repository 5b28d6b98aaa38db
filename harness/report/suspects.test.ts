import pc from 'picocolors';
import { expect, test } from 'vitest';
import { suspectText, voicesText } from './suspects.ts';

const suspect = {
  corpus: 'toy',
  page: 'p\u001b1',
  agreeing: 4,
  voices: 5,
  tokens: 9,
  text: 'nine  words\nof text',
};
const place = { path: 'div > p', start: { block: 0, offset: 0 }, end: { block: 0, offset: 9 } };

test.each([
  [{ suspicion: 'not-in-gold', place }, 'p 1  4 of 5 return what gold lacks, 9 tokens', '    div > p'],
  [{ suspicion: 'forbidden', place, gold: 'boilerplate[0]' }, 'p 1  4 of 5 return what gold forbids, 9 tokens', '    boilerplate[0] · div > p'],
  [{ suspicion: 'left-out', place, gold: 'body[1]', goldEnd: 'body[3]' }, 'p 1  4 of 5 leave out what gold requires, 9 tokens', '    body[1] to body[3] · div > p'],
  [{ suspicion: 'left-out', gold: 'body[1]' }, 'p 1  4 of 5 leave out what gold requires, and the page does not have it so, 9 tokens', '    body[1]'],
] as const)('who agrees and on what: $suspicion', (over, ...lines) => {
  const text = suspectText({ ...suspect, ...over }, pc.createColors(false));
  expect(text.split('\n')).toEqual([...lines, '    nine words of text']);
}); // prettier-ignore

test('extractors that say the same are one voice', () => {
  expect(voicesText('toy', [['a'], ['b', 'c']])).toBe('toy: 2 independent voices: a, b = c');
});
