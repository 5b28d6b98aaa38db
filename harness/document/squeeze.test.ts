import { expect, test } from 'vitest';
import { squeeze, toSqueezedText } from './squeeze.ts';

test.each([
  ['', ''],
  [' \n\t\u00a0\u2003\u3000\u0085\ufeff', ''],
  ['One\n two', 'Onetwo'],
  ['bro\u00adken\u200b', 'broken'],
  ['ﬁne … x²', 'fine...x2'],
  ['e\u0301', '\u00e9'],
  ['rock ´n´ roll', 'rock\u0301n\u0301roll'],
])('%j becomes %j', (text, squeezed) => {
  expect(squeeze(text)).toBe(squeezed);
});

test('the text is that of `squeeze`', () => {
  const text = ' An\u00ADother \n ﬁrst\u2028line\u0085 ´n´ ';
  expect(toSqueezedText([{ text }]).text).toBe(squeeze(text));
});

test('every unit knows its block, its characters and whether it goes on with a word', () => {
  const { text, block, start, end, glued } = toSqueezedText([
    { text: 'a ﬁ-b' },
    { text: '日本' },
    { text: 'c' },
  ]);
  expect(text).toBe('afi-b日本c');
  expect([...block]).toEqual([0, 0, 0, 0, 0, 1, 1, 2]);
  expect([...start]).toEqual([0, 2, 2, 3, 4, 0, 1, 0]);
  expect([...end]).toEqual([1, 3, 3, 4, 5, 1, 2, 1]);
  expect([...glued]).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
});

test('no blocks: nothing', () => {
  expect(toSqueezedText([]).text).toBe('');
});
