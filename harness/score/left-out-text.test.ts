import { expect, test } from 'vitest';
import { Fate } from '../align/alignment.ts';
import { tokenize } from '../document/tokens.ts';
import { Vocabulary } from '../document/tokens.ts';
import { leaveOutOptional } from './left-out-text.ts';
import type { SignLines } from './sign-lines.ts';

/**
 * What is left where all tokens that begin with `x` are claimed: by optional blocks of one token each, or by one block of
 * `size` tokens.
 */
function left(text: string, size?: number, signs: SignLines = new Map()): string {
  const vocabulary = new Vocabulary();
  const tokens = tokenize([{ text }], vocabulary);
  const fate = Uint8Array.from(tokens.ids, (id) =>
    vocabulary.wordOf(id).startsWith('x') ? Fate.CLAIMED : Fate.SURPLUS,
  );
  const goldOf = Int32Array.from(fate, (each, at) => (each === Fate.CLAIMED ? at : -1));
  const single = [...fate.keys()].map((at) => ({ start: at, end: at + 1 }));
  const optional = size === undefined ? single : [{ start: 0, end: size }];
  return leaveOutOptional(text, tokens, { fate, goldOf }, { optional }, signs).replace(/ +/g, ' ');
}

test.each([
  ['nothing is claimed', ' a, b.\r\n', ' a, b.\r\n'],
  ['all of it', '(xa – xb)', ''],
  ['no token at all', '***', '***'],
  ['a line', 'a.\n"xa xb."\nb', 'a.\n \nb'],
  ['the first and the last line', '– xa\na\n– xb!', '\na\n '],
  ['lines without a token go with what stands before them', 'a\n}\nxa\n***\nxb\n}\nb\n}', 'a\n}\n \n \nb\n}'],
  ['within a line', 'a. – xa, xb. – b', 'a. b'],
  ['punctuation goes with the word before it', 'a,xa.b', 'a, b'],
  ['the rest of its line', 'a: xa (xb)', 'a: '],
])('%s', (_name, text, expected) => {
  expect(left(text)).toBe(expected);
});

test.each([
  ['half of the block in one stretch', 'a xa xb b c d', 4, 'a b c d'],
  ['less than half of it: picked out of other text', 'a xa xb b c d', 5, 'a xa xb b c d'],
  ['five tokens of a long block', 'a b c d e f xa xb xc xd xe', 99, 'a b c d e f xa xb xc xd xe'],
  ['pieces in a line that is mostly claimed', 'xa b xc', 99, ' b '],
  ['pieces in a line of which half is claimed', 'xa b xc d', 99, 'xa b xc d'],
])('%s', (_name, text, size, expected) => {
  expect(left(text, size)).toBe(expected);
});

test.each([
  ['stays where it is required', 'xa\n{\nb', 0, { required: 1, optional: 0 }, '\n{\nb'],
  ['stays so often', 'xa\n{\n{\nb', 0, { required: 1, optional: 1 }, '\n{ \nb'],
  [
    'and what stands behind it, as far as gold does not know it',
    'xa\n–\n{\n\n}\nb',
    0,
    { required: 1, optional: 0 },
    '\n{\n\n}\nb',
  ],
  ['is not required elsewhere', 'xa\n{\nb', 1, { required: 1, optional: 0 }, '\nb'],
  ['stays at the end', 'xa\n{', 0, { required: 1, optional: 0 }, '\n{'],
  ['goes at the beginning', '{\na', -1, { required: 0, optional: 1 }, '\na'],
])('a line without a token %s', (_name, text, place, line, expected) => {
  expect(left(text, undefined, new Map([[place, new Map([['{', line]])]]))).toBe(expected);
});

test('a character that holds a token that is left out and one that stays is kept once', () => {
  const text = 'a ㍿ b';
  const tokens = tokenize([{ text }], new Vocabulary());
  // ㍿ is the four tokens 株 式 会 社.
  expect(tokens.length).toBe(6);
  const fate = Uint8Array.of(0, 0, 2, 2, 2, 0);
  const goldOf = Int32Array.of(-1, -1, 0, 1, 2, -1);
  expect(
    leaveOutOptional(text, tokens, { fate, goldOf }, { optional: [{ start: 0, end: 3 }] }, new Map()),
  ).toBe('a ㍿  b');
});
