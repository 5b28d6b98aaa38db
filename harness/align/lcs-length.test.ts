import { expect, test } from 'vitest';
import { lcsLength } from './lcs-length.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 0],
  ['abc', 'abc', 3],
  ['abcbdab', 'bdcaba', 4],
  ['a'.repeat(100), 'a'.repeat(70), 70],
  ['ab'.repeat(40), 'ba'.repeat(40), 79],
])('of %j and %j it is %d', (pattern, text, length) => {
  const ids = (letters: string): Int32Array =>
    Int32Array.from(letters, (letter) => letter.codePointAt(0)! - 97);
  expect(lcsLength(ids(pattern), ids(text))).toBe(length);
});
