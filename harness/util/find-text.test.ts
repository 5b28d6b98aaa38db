import { expect, test } from 'vitest';
import { findText, holdsText, placesOf } from './find-text.ts';

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

test.each<[string, string, string, number, number[]]>([
  ['nowhere', 'x', 'abc', 9, []],
  ['in several places', 'ab', 'abcab', 9, [0, 3]],
  ['over itself', 'aa', 'aaaa', 9, [0, 1, 2]],
  ['the first so many', 'a', 'aaaa', 2, [0, 1]],
  ['a long text nowhere', `${A}b`, A, 9, []],
  ['a long text in several places', `b${A}`, `b${A}cb${A}`, 9, [0, 10_002]],
  ['a long text over itself', A, `${A}aa`, 9, [0, 1, 2]],
  ['a long text over its half', `${A}b${A}`, `c${A}b${A}b${A}`, 9, [1, 10_002]],
  ['a long text in the first so many', A, `${A}aa`, 2, [0, 1]],
])('places: %s', (_name, text, inside, most, places) => {
  expect(placesOf(text, inside, most)).toEqual(places);
}); // prettier-ignore

test('a long text that overlaps itself everywhere is found in one go', () => {
  const places = placesOf('a'.repeat(100_000), 'a'.repeat(110_000), 100_000);
  expect(places).toHaveLength(10_001);
}, 5000);

test('megabytes of one letter are searched in seconds', () => {
  const half = 'a'.repeat(500_000);
  expect(holdsText(half.repeat(4), `${half}b${half}`)).toBe(false);
}, 20_000);
