import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedCharacter } from '../fixtures/any-character.ts';
import { documentToText, textToDocument } from './plain-text.ts';
import { Vocabulary, foldPythonSpace, pythonWords, spacedTokens, tokenize } from './tokens.ts';
import { htmlToDocument } from './html.ts';
import { toNormalForm } from './normal-form.ts';

/** The characters that each token points back to. */
function sources(text: string): string[] {
  const { length, start, end } = tokenize([{ text }], new Vocabulary());
  return Array.from({ length }, (_, token) => text.slice(start[token], end[token]));
}

describe('tokens', () => {
  test.each([
    ['', []],
    [' …—“”! ', []],
    ['The cat, the CAT_2.', ['The', 'cat', 'the', 'CAT_2']],
    ['don’t e-mail 3.5', ['don', 't', 'e', 'mail', '3', '5']],
    ['naïve nai\u0308ve', ['naïve', 'nai\u0308ve']],
    ['co\u00adop a\u200bb', ['co\u00adop', 'a\u200bb']],
    ['東京都へ行くABC', ['東', '京', '都', 'へ', '行', 'く', 'ABC']],
    ['ｶﾞラス', ['ｶﾞ', 'ラ', 'ス']],
    ['ที่นี่', ['ที่', 'นี่']],
    ['မြန်မာ', ['မြ', 'န်', 'မာ']],
    ['한국어 텍스트', ['한국어', '텍스트']],
    ['مرحبا بالعالم', ['مرحبا', 'بالعالم']],
    ['\u0301 x', ['x']],
    ['𝒳𠮷𠮷', ['𝒳', '𠮷', '𠮷']],
  ])('%j is cut into %j', (text, expected) => {
    expect(sources(text)).toEqual(expected);
  });

  test('equal tokens have one id, also where they are written differently', () => {
    const { ids } = tokenize([{ text: 'ﬁn fin Fin' }, { text: 'fin' }], new Vocabulary());
    expect([...ids]).toEqual([0, 0, 1, 0]);
  });

  test('a token never spans two blocks, and tells its block', () => {
    const { ids, block, start, end } = tokenize(
      [{ text: 'a b' }, { text: '' }, { text: 'c' }],
      new Vocabulary(),
    );
    expect([...ids]).toEqual([0, 1, 2]);
    expect([...block]).toEqual([0, 0, 2]);
    expect([...start]).toEqual([0, 2, 0]);
    expect([...end]).toEqual([1, 3, 1]);
  });

  test('whatever stands between, tokens are those of the normal form: every unit of UTF-16', () => {
    const token = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu;
    const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      if (unspaced.test(character.normalize('NFKC'))) continue;
      const text = `a${character}b ${character}1 ${character}`;
      const vocabulary = new Vocabulary();
      const { ids, areWords } = tokenize([{ text }], vocabulary);
      const found = Array.from(ids, (id) => vocabulary.wordOf(id));
      const expected = toNormalForm(text).text.match(token) ?? [];
      const isSame = found.join(' ') === expected.join(' ');
      const isTrue = !areWords || found.join(' ') === pythonWords(text).join(' ');
      if (!isSame || !isTrue) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['The cat\u00a0… the CAT_2.', true],
    ['東京', false],
    ['nai\u0308ve', false],
    ['co\u00adop', false],
    ['½', false],
    ['', true],
  ])('of %j they are the words of Python: %s', (text, areWords) => {
    expect(tokenize([{ text }], new Vocabulary()).areWords).toBe(areWords);
  });

  test('tokens point back to text that gives the same token', () => {
    fc.assert(
      fc.property(fc.string({ unit: printedCharacter }), (text) => {
        const vocabulary = new Vocabulary();
        const { length, ids, start, end } = tokenize([{ text }], vocabulary);
        for (let token = 0; token < length; token++) {
          const source = text.slice(start[token], end[token]);
          expect([...tokenize([{ text: source }], vocabulary).ids]).toContain(ids[token]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('flattening a document and reading it again keeps the tokens', () => {
    const line = fc
      .string({ unit: printedCharacter })
      .map((text) => text.replace(/[\n\r\u0085\u2028\u2029]/g, ' '));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const vocabulary = new Vocabulary();
        const blocks = lines
          .filter((text) => text.trim() !== '')
          .map((text) => ({ kind: 'p' as const, text, within: [] }));
        const again = textToDocument(documentToText({ blocks })).blocks;
        expect(tokenize(again, vocabulary).ids).toEqual(tokenize(blocks, vocabulary).ids);
      }),
    );
  });

  test('the normal form and case are all that is equal', () => {
    const form = toNormalForm('Ａ').text;
    expect(form).toBe('A');
    expect([...tokenize([{ text: 'Ａ A a' }], new Vocabulary()).ids]).toEqual([0, 0, 1]);
  });
});

describe('the \\w+ words of Python', () => {
  test.each([
    ['', []],
    ['The cat_2, the CAT.', ['The', 'cat_2', 'the', 'CAT']],
    ['naïve nai\u0308ve', ['naïve', 'nai', 've']],
    ['東京へ', ['東京へ']],
    ['½ ² Ⅷ', ['½', '²', 'Ⅷ']],
  ])('%j gives %j', (text, expected) => {
    expect(pythonWords(text)).toEqual(expected);
  });
});

describe('a text of millions of characters without a break', () => {
  /** Longer than the longest run for which V8's regular expressions have a stack. */
  const LENGTH = 2 ** 22 + 2;

  test('one word beyond Latin-1', () => {
    const text = 'ж'.repeat(LENGTH);
    expect(pythonWords(`${text} x`)).toEqual([text, 'x']);
    expect(spacedTokens(text)).toEqual([text]);
    expect(tokenize([{ text }], new Vocabulary()).length).toBe(1);
  });

  test('Han, of which each character is a token', () => {
    // More than a function takes arguments; no run is longer than one character.
    expect(tokenize([{ text: '的'.repeat(500_000) }], new Vocabulary()).length).toBe(500_000);
  });

  test('white space', () => {
    const text = `a${'\u3000'.repeat(LENGTH)}b`;
    expect(foldPythonSpace(text)).toBe('a b');
    expect(pythonWords(text)).toEqual(['a', 'b']);
  });

  test('ASCII with one invisible character', () => {
    const { text, origin } = toNormalForm(`${'a'.repeat(LENGTH)}\u200bb`);
    expect(text.length).toBe(LENGTH + 1);
    expect([text.at(-1), origin!.start[LENGTH], origin!.end[LENGTH]]).toEqual(['b', LENGTH + 1, LENGTH + 2]);
  });

  test('blank lines before a preformatted text', () => {
    expect(htmlToDocument(`<pre>x</pre><pre>${' \n'.repeat(LENGTH / 2)} y</pre>`).blocks[1]!.text).toBe(' y');
  });
});
