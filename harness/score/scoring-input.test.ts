import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pythonWords } from '../document/tokens.ts';
import { printedCharacter } from '../fixtures/any-character.ts';
import type { Extraction } from '../model/extraction.ts';
import { POLICIES } from '../model/policy.ts';
import { goldOf } from './metrics/fixtures/pages.ts';
import { PreparedGold } from './prepared-gold.ts';
import { ScoringInput } from './scoring-input.ts';

const LABELS = { ...goldOf(['One two', 'three four']), metadata: { title: 'A title' } };
// Where the title is required, one that was returned is a block.
const GOLD = new PreparedGold(LABELS, POLICIES.reader);

/** The words of an extraction, asked for when its tokens are known already. */
function wordsAfterTokens(extraction: Extraction): string[] {
  const input = new ScoringInput(GOLD, extraction);
  expect(input.tokens.length).toBeGreaterThanOrEqual(0);
  return Array.from(input.words, (id) => input.vocabulary.wordOf(id));
}

test.each<[string, Extraction, string[]]>([
  ['lines', { text: 'One two\n\nthree… four' }, ['One', 'two', 'three', 'four']],
  ['a title that is a block, but not in the text', { text: 'One', title: 'Another title' }, ['One']],
  ['HTML beside other text', { text: 'One two', html: '<p>three' }, ['One', 'two']],
  ['Markdown beside other text', { text: 'One', markdown: 'three *four*' }, ['One']],
  ['scripts without spaces', { text: '東京へ go' }, ['東京へ', 'go']],
  ['what the normal form changes', { text: 'co\u00adop\nﬁn' }, ['co', 'op', 'ﬁn']],
  ['nothing', { text: '' }, []],
])('words are those of the text: %s', (_, extraction, words) => {
  expect(wordsAfterTokens(extraction)).toEqual(words);
});

test('words are those of the text, whatever it holds', () => {
  const line = fc.string({
    unit: fc.oneof(printedCharacter, fc.constantFrom(' ', 'a', '\u00a0', '…', '\r', '\u2028')),
  });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      expect(wordsAfterTokens({ text })).toEqual(pythonWords(text));
    }),
  );
});
