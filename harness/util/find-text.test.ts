import { expect, test } from 'vitest';
import { findText, holdsText } from './find-text.ts';

const A = 'a'.repeat(10_000);

test.each<[string, string, string, number, number]>([
  ['a short text', 'b', 'abab', 2, 3],
  ['nothing', '', 'ab', 0, 0],
  ['a long text behind others', `${A}b`, `aab${A}ab`, 0, 4],
  ['from behind its first place', A, `${A}b${A}`, 1, 10_001],
  ['where it overlaps itself', A, `${A}a`, 1, 1],
  ['a text that is not there', `${A}b`, `${A}${A}`, 0, -1],
  ['a text longer than the other', A, 'a', 0, -1],
  ['halves that part', `${A}b${A}c`, `${A}b${A}b${A}c`, 0, 10_001],
])('%s', (_name, text, inside, from, place) => {
  expect(findText(text, inside, from)).toBe(place);
  expect(inside.indexOf(text, from)).toBe(place);
  expect(holdsText(inside, text)).toBe(inside.includes(text));
}); // prettier-ignore

test('megabytes of one letter are searched in seconds', () => {
  const half = 'a'.repeat(500_000);
  expect(holdsText(half.repeat(4), `${half}b${half}`)).toBe(false);
}, 20_000);
