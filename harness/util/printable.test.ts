import { expect, test } from 'vitest';
import { firstLine, oneLine, plainText } from './printable.ts';

test.each([
  ['', ''],
  [' \n ', ''],
  ['\u001B[31mred\u001B[0m\n\tand\u0007 \u009B2Jplain\r\n', 'red\n\tand plain'],
  ['half \uD83D', 'half \uFFFD'],
])('plain text of %j is %j', (words, plain) => {
  expect(plainText(words)).toBe(plain);
});

test.each([
  ['', ''],
  ['\n\nfirst\nsecond', 'first'],
  ['x'.repeat(301), `${'x'.repeat(300)}…`],
])('first line of %j is %j', (words, line) => {
  expect(firstLine(words)).toBe(line);
});

test('all lines become one', () => {
  expect(oneLine('Transform failed:\n  a.ts:1:2:\tERROR\n')).toBe('Transform failed: a.ts:1:2: ERROR');
});
