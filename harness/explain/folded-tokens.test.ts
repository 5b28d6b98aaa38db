import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import { printedCharacter } from '../fixtures/any-character.ts';
import { FoldedTokens, fold } from './folded-tokens.ts';

function foldedOf(page: string): FoldedTokens {
  const vocabulary = new Vocabulary();
  return new FoldedTokens(tokenize([{ text: page }], vocabulary), vocabulary);
}

/** Whether a page may have the tokens of a text, run together. */
function mayHave(page: FoldedTokens, text: string): boolean {
  const tokens = tokenize([{ text }], new Vocabulary());
  return page.mayHave(text, tokens, { start: 0, end: tokens.length });
}

test.each([
  ['Sea level', true],
  ['SEA-LEVEL', true],
  ['sea_level', true],
  ['see level', false],
  // Too short to tell, or to be folded first.
  ['xyz', true],
  ['séé lével', true],
])('in "the sea level rose" %j may stand: %s', (text, expected) => {
  expect(mayHave(foldedOf('the sea level rose'), text)).toBe(expected);
});

test('what may not stand in a page does not', () => {
  const text = fc.string({
    unit: fc.oneof(printedCharacter, fc.constantFrom('a', 'b', 'A', '_', ' ')),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, text, (before, inner, other) => {
      const page = foldedOf(`${before} ${inner} ${before}`);
      for (const each of [inner, other]) if (!mayHave(page, each)) expect(page.has(fold(each))).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
