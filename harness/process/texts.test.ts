import { expect, test } from 'vitest';
import { packTexts, unpackTexts } from './texts.ts';

test.each([
  ['none', [], ''],
  ['an empty one', [''], '00000000'],
  ['letters of one to four bytes', ['a\u00E4', '\u6771\u{1F600}'], '0000000361c3a400000007e69db1f09f9880'],
  ['half a character', ['\uD83D'], '00000003efbfbd'],
])('texts are bytes with their lengths before them: %s', (_, texts, bytes) => {
  expect(packTexts(texts).toString('hex')).toBe(bytes);
  expect(unpackTexts(Buffer.from(bytes, 'hex'), 2)).toEqual(texts.map((text) => text.toWellFormed()));
});

test.each([
  ['a length that is cut off', '000000'],
  ['a text that is cut off', '0000000261'],
  ['a length of 4,294,967,295', 'ffffffff61'],
  ['one text too many', '000000000000000000000000'],
])('no texts: %s', (_, bytes) => {
  expect(unpackTexts(Buffer.from(bytes, 'hex'), 2)).toBeUndefined();
});
