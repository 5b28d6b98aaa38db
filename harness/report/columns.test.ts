import { expect, test } from 'vitest';
import { alignedLines, pad, widest } from './columns.ts';

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

test('columns of lines stand one below the other, whatever is in them', () => {
  expect(alignedLines([['', 'pages'], ['日本', '1'], ['é', '10']])).toEqual([
    '      pages',
    '日本      1',
    'é        10',
  ]); // prettier-ignore
  const lines = alignedLines([['a', 'b'], ['ccc', 'ddd']], () => 'left'); // prettier-ignore
  expect(lines).toEqual(['a    b', 'ccc  ddd']);
});
