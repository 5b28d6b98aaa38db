import pc from 'picocolors';
import { expect, test } from 'vitest';
import { suspectsText, voicesText } from './suspects.ts';

const plain = pc.createColors(false);
const suspect = {
  corpus: 'toy',
  page: 'p\u001b1',
  agreeing: 4,
  voices: 5,
  tokens: 9,
  isShown: true,
  text: 'nine  words\nof text',
};
const place = { path: 'div > p', start: { block: 0, offset: 0 }, end: { block: 0, offset: 9 } };

test.each([
  [{ suspicion: 'not-in-gold', place }, '  4 of 5 return what gold lacks, 9 tokens', '    div > p'],
  [{ suspicion: 'forbidden', place, gold: 'boilerplate[0]' }, '  4 of 5 return what gold forbids, 9 tokens', '    boilerplate[0] · div > p'],
  [{ suspicion: 'left-out', place, gold: 'body[1]', goldEnd: 'body[3]' }, '  4 of 5 leave out what gold requires, 9 tokens', '    body[1] to body[3] · div > p'],
  [{ suspicion: 'left-out', gold: 'body[1]', isShown: false }, '  4 of 5 leave out what gold requires, and the page does not show it, 9 tokens', '    body[1]'],
] as const)('who agrees and on what: $suspicion', (over, ...lines) => {
  const text = suspectsText([{ ...suspect, ...over }], 1, plain);
  expect(text.split('\n')).toEqual(['p 1', ...lines, '    nine words of text']);
}); // prettier-ignore

test('extractors that say the same are one voice', () => {
  expect(voicesText('toy', [['a'], ['b', 'c']])).toBe('toy: 2 independent voices: a, b = c');
});

test('suspects stand together by page, three of each, in the order of the most suspicious one', () => {
  const of = (page: string, tokens: number) => ({
    ...suspect,
    page,
    tokens,
    text: 'x',
    suspicion: 'forbidden' as const,
  });
  const all = [of('b', 9), of('a', 8), of('b', 7), of('b', 6), of('b', 5), of('c', 4), of('d', 3)];
  const line = (tokens: number): string[] => [`  4 of 5 return what gold forbids, ${tokens} tokens`, '    x'];
  expect(suspectsText(all, 2, plain).split('\n')).toEqual([
    'b',
    ...[9, 7, 6].flatMap(line),
    '  … 1 more on this page',
    'a',
    ...line(8),
    '… 2 pages more; --limit or --json',
  ]);
});
