import { expect, test } from 'vitest';
import { alignedLines, cut, pad, widest } from './columns.ts';

test.each<[string, string, number]>([
  ['letters', 'abc', 3],
  ['Chinese characters, two places each', '日本', 4],
  ['an accent of its own, none', 'e\u0301', 1],
  ['a colour, none', '\u001b[31mred\u001b[39m', 3],
])('%s', (_name, text, width) => {
  expect(widest(['', text])).toBe(width);
  expect(pad(text, 6)).toBe(text + ' '.repeat(6 - width));
  expect(pad(text, 6, 'right')).toBe(' '.repeat(6 - width) + text);
});

test('a text that is too wide stays as it is, and no texts have no width', () => {
  expect(pad('日本', 3)).toBe('日本');
  expect(widest([])).toBe(0);
});

test.each<[string, string]>([
  ['an emoji with its variant', '❤️'],
  ['a flag', '🇩🇪'],
  ['a family', '👨‍👩‍👧'],
])('%s takes two places', (_name, text) => {
  expect(pad(text, 3)).toBe(`${text} `);
});

test.each<[string, number, string]>([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['日本', 3, '日'],
  ['e\u0301a', 1, 'e\u0301'],
  ['a👨‍👩‍👧b', 2, 'a'],
  ['a👨‍👩‍👧b', 3, 'a👨‍👩‍👧'],
  ['', 0, ''],
])('%j cut to %d places is %j', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});

test('columns of lines stand one below the other, whatever is in them', () => {
  expect(alignedLines([['', 'pages'], ['日本', '1'], ['é', '10']])).toEqual([
    '      pages',
    '日本      1',
    'é        10',
  ]); // prettier-ignore
  const lines = alignedLines([['a', 'b'], ['ccc', 'ddd']], () => 'left'); // prettier-ignore
  expect(lines).toEqual(['a    b', 'ccc  ddd']);
});
